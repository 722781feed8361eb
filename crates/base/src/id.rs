//! Names of things that never change: 128 bits, ordered by birth (UUID version 7), written as 26 letters.
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;
use uuid::Uuid;

const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The id of one `T`. Two kinds of thing have two types of id, so that they cannot be confused.
pub struct Id<T> {
    uuid: Uuid,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// A new id born at `millis` since 1970 with ten random bytes.
    pub fn new(millis: u64, random: &[u8; 10]) -> Id<T> {
        Id::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, random).into_uuid())
    }

    pub const fn from_uuid(uuid: Uuid) -> Id<T> {
        Id {
            uuid,
            of: PhantomData,
        }
    }

    pub const fn uuid(&self) -> Uuid {
        self.uuid
    }

    /// The same number as the id of another kind of thing: only where a table says that both are one.
    pub const fn cast<U>(self) -> Id<U> {
        Id::from_uuid(self.uuid)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.uuid.as_u128();
        let mut text = [0_u8; 26];
        for (place, letter) in text.iter_mut().enumerate() {
            *letter = LETTERS[(number >> (5 * (25 - place)) & 31) as usize];
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

/// The text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadId;

impl<T> FromStr for Id<T> {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        if text.len() != 26 {
            return Err(BadId);
        }
        let mut number: u128 = 0;
        for (place, letter) in text.bytes().enumerate() {
            let value = LETTERS
                .iter()
                .position(|&l| l == letter.to_ascii_lowercase())
                .ok_or(BadId)?;
            if place == 0 && value > 7 {
                return Err(BadId);
            }
            number = number << 5 | value as u128;
        }
        Ok(Id::from_uuid(Uuid::from_u128(number)))
    }
}

impl<T> serde::Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T> serde::Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        text.parse()
            .map_err(|BadId| serde::de::Error::custom("not an id"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_six_letters_there_and_back() {
        let id: Id<()> = Id::new(1_660_528_800_000, &[7; 10]);
        let text = id.to_string();
        assert_eq!(text.len(), 26);
        assert_eq!(text.parse(), Ok(id));
        assert_eq!(id.uuid().get_version_num(), 7);
    }

    #[test]
    fn later_ids_sort_later_as_numbers_and_as_text() {
        let early: Id<()> = Id::new(1, &[255; 10]);
        let late: Id<()> = Id::new(2, &[0; 10]);
        assert!(early < late && early.to_string() < late.to_string());
    }

    #[test]
    fn what_is_not_an_id_is_refused() {
        for text in [
            "",
            "01",
            "8zzzzzzzzzzzzzzzzzzzzzzzzz",
            "0000000000000000000000000u",
            "éééééééééééééééééééééééééé",
        ] {
            assert_eq!(text.parse::<Id<()>>(), Err(BadId), "{text}");
        }
    }
}
