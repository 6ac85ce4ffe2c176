//! Places in a picture.

use qujat_export::export;

/// A place in the upright picture, in whole pixels from its left upper corner; it may lie outside.
#[export(record, literal, public)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct PixelPoint {
    /// To the right.
    pub x: i32,
    /// Downwards.
    pub y: i32,
}

/// A rectangle of the upright picture, in whole pixels; it may lie outside in part.
#[export(record, literal, public)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct PixelBox {
    /// The first column.
    pub left: i32,
    /// The first row.
    pub top: i32,
    /// Columns.
    pub width: i32,
    /// Rows.
    pub height: i32,
}
