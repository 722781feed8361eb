//! Photographs are decoded and written anew: upright, at most 1200 × 1200 points and 400 KB, without what the camera
//! noted about place and time. What cannot be decoded is no photograph.
use crate::{Content, Kind};
use base::{Fault, Result};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;
use tokio::sync::Semaphore;

/// Upper limit of what is taken in: 8 MB.
const LIMIT: u64 = 8 * 1024 * 1024;
const SIDE: u32 = 1200;
const OUT_LIMIT: usize = 400 * 1024;
/// A face cannot be told from fewer points than this.
const SMALLEST: u32 = 100;

/// Why a photo is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPhoto {
    TooLarge,
    NotAPicture,
    Damaged,
    TooSmall,
}

/// A decoded picture is large: so many are in memory at once, the others wait.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The photo as it is kept: always JPEG.
pub async fn reencode(content: &Content) -> Result<Result<Vec<u8>, BadPhoto>> {
    let stored = content.stored();
    if stored.size > LIMIT {
        return Ok(Err(BadPhoto::TooLarge));
    }
    if !matches!(stored.kind, Kind::Jpeg | Kind::Png) {
        return Ok(Err(BadPhoto::NotAPicture));
    }
    let turn = AT_ONCE.acquire().await;
    let bytes = content.read().await?;
    let made = tokio::task::spawn_blocking(move || {
        let _until_it_is_made = turn;
        small(&bytes)
    });
    made.await
        .map_err(|_| Fault::new("making a photo small: the thread ended"))
}

fn small(bytes: &[u8]) -> Result<Vec<u8>, BadPhoto> {
    let picture = decode(bytes)?;
    if picture.width().min(picture.height()) < SMALLEST {
        return Err(BadPhoto::TooSmall);
    }
    let mut side = SIDE;
    loop {
        let small = if picture.width().max(picture.height()) > side {
            picture.thumbnail(side, side)
        } else {
            picture.clone()
        };
        for quality in [88, 78, 66] {
            let mut out = Vec::new();
            let encoded = small
                .to_rgb8()
                .write_with_encoder(JpegEncoder::new_with_quality(&mut out, quality));
            encoded.map_err(|_| BadPhoto::Damaged)?;
            if out.len() <= OUT_LIMIT {
                return Ok(out);
            }
        }
        side = side * 3 / 4;
    }
}

/// Decodes within limits: a small file can claim a picture that fills the memory.
fn decode(bytes: &[u8]) -> Result<DynamicImage, BadPhoto> {
    let damaged = |_| BadPhoto::Damaged;
    let mut limits = Limits::default();
    limits.max_image_width = Some(12_000);
    limits.max_image_height = Some(12_000);
    limits.max_alloc = Some(256 * 1024 * 1024);
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| BadPhoto::Damaged)?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let turned = decoder.orientation().map_err(damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    picture.apply_orientation(turned);
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use image::{ImageFormat, RgbImage};

    async fn made(bytes: &[u8]) -> Result<Vec<u8>, BadPhoto> {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let mut incoming = store.arrive(2 * LIMIT).await.unwrap();
        incoming.take(bytes).await.unwrap();
        let content = incoming.whole().await.unwrap().unwrap();
        reencode(&content).await.unwrap()
    }

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let noise = |x: u32, y: u32| {
            (x.wrapping_mul(31) ^ y.wrapping_mul(17))
                .wrapping_mul(2_654_435_761)
                .to_le_bytes()
        };
        let image = RgbImage::from_fn(width, height, |x, y| {
            let [a, b, c, _] = noise(x, y);
            image::Rgb([a, b, c])
        });
        let mut out = Cursor::new(Vec::new());
        image.write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    #[tokio::test]
    async fn a_large_picture_becomes_a_small_jpeg() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let out = made(&picture(1500, 900, format)).await.unwrap();
            let read = image::load_from_memory(&out).unwrap();
            assert!(
                Kind::sniff(&out) == Kind::Jpeg && out.len() <= OUT_LIMIT,
                "{}",
                out.len()
            );
            assert!(read.width() <= SIDE && read.height() <= SIDE);
        }
    }

    #[tokio::test]
    async fn what_is_no_photo_is_refused_with_its_reason() {
        let good = picture(200, 200, ImageFormat::Png);
        assert_eq!(made(b"PK\x03\x04 a zip").await, Err(BadPhoto::NotAPicture));
        assert_eq!(made(&[]).await, Err(BadPhoto::NotAPicture));
        assert_eq!(
            made(&vec![0xff; usize::try_from(LIMIT).unwrap() + 1]).await,
            Err(BadPhoto::TooLarge)
        );
        assert_eq!(made(&good[..good.len() / 2]).await, Err(BadPhoto::Damaged));
        assert_eq!(
            made(&picture(40, 400, ImageFormat::Png)).await,
            Err(BadPhoto::TooSmall)
        );
    }

    #[tokio::test]
    async fn a_header_that_claims_a_giant_is_refused_before_memory_is_taken() {
        let mut bomb = picture(200, 200, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        assert_eq!(made(&bomb).await, Err(BadPhoto::Damaged));
    }
}
