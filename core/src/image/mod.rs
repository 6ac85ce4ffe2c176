//! Images: the picture as rows of pixels.

#[expect(
    dead_code,
    reason = "the checks of portraits and signatures come with their own modules"
)]
mod raster;
