# Sourced by the scripts beside it: puts the pinned tools in front of the PATH. Nothing is installed outside
# $tools_home (the user's cache), so a second checkout finds everything there.
. "$(dirname "${BASH_SOURCE[0]}")/versions.env"
tools_home=${CHECKED_ARTICLE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/checked-article}
export PATH="$tools_home/wasm-bindgen-$WASM_BINDGEN/bin:$tools_home/trunk-$TRUNK/bin:$tools_home/geckodriver-$GECKODRIVER_VERSION/bin:$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/node_modules/.bin:$PATH"
