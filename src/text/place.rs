//! Places and spans: a block and a byte offset in its raw text.

/// The position of a text block in the article, counted from 0 in reading order.
///
/// Every paragraph, heading, list item, paragraph of a block quotation and caption is one text block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockIndex(pub u32);

/// An offset in one block's raw text, in UTF-8 bytes, always on a character boundary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteOffset(pub u32);

impl BlockIndex {
    /// The same number as an index into a slice of blocks.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl ByteOffset {
    /// The same number as an index into the block's bytes.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A point between two characters of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The block.
    pub block: BlockIndex,
    /// The offset in that block's raw text.
    pub offset: ByteOffset,
}

impl Place {
    /// The place at `offset` bytes in block `block`.
    pub fn new(block: u32, offset: u32) -> Self {
        Self { block: BlockIndex(block), offset: ByteOffset(offset) }
    }
}

/// A stretch of the article from `start` up to `end`; it may cross blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// Where it begins.
    pub start: Place,
    /// Where it ends, exclusive.
    pub end: Place,
}

impl Span {
    /// The part of this span that lies in `block`, as byte offsets in that block, or `None` where it has none there.
    ///
    /// `length` is the block's length in bytes.
    ///
    /// ```
    /// use checked_article::text::{BlockIndex, Place, Span};
    /// let span = Span { start: Place::new(0, 5), end: Place::new(1, 3) };
    /// assert_eq!(span.within(BlockIndex(0), 9), Some((5, 9)));
    /// assert_eq!(span.within(BlockIndex(1), 9), Some((0, 3)));
    /// assert_eq!(span.within(BlockIndex(2), 9), None);
    /// ```
    pub fn within(&self, block: BlockIndex, length: usize) -> Option<(usize, usize)> {
        if block < self.start.block || block > self.end.block {
            return None;
        }
        let start = if block == self.start.block { self.start.offset.index() } else { 0 };
        let end = if block == self.end.block { self.end.offset.index() } else { length };
        (start < end).then_some((start, end.min(length)))
    }
}
