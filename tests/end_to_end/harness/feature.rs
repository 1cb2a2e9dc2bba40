//! What not every browser can do. A scenario that needs one of these is skipped where a test finds it missing, and
//! counted as skipped; no scenario asks for a browser by name.

use std::fmt;

/// Something that a browser, or its driver, can or cannot do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// The page is told how far things moved (Layout Instability API).
    LayoutShiftEntries,
    /// The page is told what was painted largest (Largest Contentful Paint).
    LargestContentfulPaint,
    /// `zoom` is that of CSS Viewport: what it enlarges is told enlarged, and by how much (`currentCSSZoom`).
    StandardZoom,
    /// The driver can say which colour scheme, contrast or motion the reader prefers.
    EmulatedMedia,
    /// The driver has fingers, not a mouse alone.
    Touch,
    /// The window can be as small as a phone.
    SmallWindow,
    /// The driver tells what assistive technology is told.
    AccessibilityTree,
    /// It draws as the browser did whose pictures are kept.
    KeptPictures,
    /// Garbage can be collected when a test wants it to be.
    CollectedGarbage,
    /// The page is told of a selection inside a shadow root.
    ShadowSelection,
    /// A page's call to the browser's own search (`find`) looks into a shadow root.
    ShadowSearch,
    /// The page comes back from the browser's memory as it was left, without being loaded again.
    BackForwardCache,
    /// A window that was made small still has the keyboard: what has it in the page is shown to have it.
    WindowFocus,
}

impl Feature {
    /// A question to the page whose answer is true where the feature is there; nothing where only the attempt can tell.
    pub(crate) fn question(self) -> Option<&'static str> {
        match self {
            Self::LayoutShiftEntries => Some("return PerformanceObserver.supportedEntryTypes.includes('layout-shift')"),
            Self::LargestContentfulPaint => {
                Some("return PerformanceObserver.supportedEntryTypes.includes('largest-contentful-paint')")
            }
            Self::StandardZoom => Some("return 'currentCSSZoom' in Element.prototype"),
            Self::ShadowSelection => {
                Some("return 'getSelection' in ShadowRoot.prototype || 'getComposedRanges' in Selection.prototype")
            }
            Self::WindowFocus => Some("return document.hasFocus()"),
            Self::EmulatedMedia
            | Self::Touch
            | Self::SmallWindow
            | Self::AccessibilityTree
            | Self::KeptPictures
            | Self::CollectedGarbage
            | Self::ShadowSearch
            | Self::BackForwardCache => None,
        }
    }
}

impl fmt::Display for Feature {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::LayoutShiftEntries => "layout-shift entries",
            Self::LargestContentfulPaint => "largest contentful paint",
            Self::StandardZoom => "standard zoom",
            Self::EmulatedMedia => "emulated media",
            Self::Touch => "touch",
            Self::SmallWindow => "small window",
            Self::AccessibilityTree => "accessibility tree",
            Self::KeptPictures => "kept pictures",
            Self::CollectedGarbage => "collected garbage",
            Self::ShadowSelection => "selection in a shadow root",
            Self::ShadowSearch => "search in a shadow root",
            Self::BackForwardCache => "back-forward cache",
            Self::WindowFocus => "window focus",
        })
    }
}

/// Ends a scenario as skipped, for want of a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing(pub Feature);

impl fmt::Display for Missing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "this browser lacks: {}", self.0)
    }
}

impl std::error::Error for Missing {}
