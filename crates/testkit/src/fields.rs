//! The fields of a page, found by the labels that stand beside them.
use crate::Browser;
use crate::document::{Field, squeeze};

impl Browser {
    /// Enters text in the field with this label.
    pub fn fill(&mut self, label: &str, text: &str) -> &mut Browser {
        let field = self.field_mut(label, |field| {
            !matches!(field.kind.as_str(), "radio" | "checkbox" | "file")
        });
        if field.kind == "select" {
            let wanted = squeeze(text);
            let found = field
                .options
                .iter()
                .find(|(said, sent)| *said == wanted || *sent == text);
            let (_, sent) =
                found.unwrap_or_else(|| panic!("{label:?} does not offer {text:?}: {:?}", field.options));
            field.value = sent.clone();
        } else {
            text.clone_into(&mut field.value);
        }
        self
    }

    /// Chooses the radio button or ticks the checkbox with this label.
    pub fn choose(&mut self, label: &str) -> &mut Browser {
        self.choose_in("", label)
    }

    /// The same within the group that has this legend.
    pub fn choose_in(&mut self, legend: &str, label: &str) -> &mut Browser {
        let legend = squeeze(legend);
        let field = self.field_mut(label, |field| {
            matches!(field.kind.as_str(), "radio" | "checkbox")
                && (legend.is_empty() || field.legend == legend)
        });
        let chosen = field.clone();
        field.checked = true;
        if chosen.kind == "radio" {
            let form = self.touched.unwrap_or_default();
            let others = self.page.forms[form]
                .fields
                .iter_mut()
                .filter(|other| other.kind == "radio");
            for other in others.filter(|other| other.name == chosen.name) {
                other.checked = other.value == chosen.value;
            }
        }
        self
    }

    /// Takes the tick out of the checkbox with this label.
    pub fn untick(&mut self, label: &str) -> &mut Browser {
        self.field_mut(label, |field| field.kind == "checkbox").checked = false;
        self
    }

    /// Puts a file in the field with this label.
    pub fn attach(&mut self, label: &str, file_name: &str, bytes: &[u8]) -> &mut Browser {
        self.field_mut(label, |field| field.kind == "file").file =
            Some((file_name.to_owned(), bytes.to_vec()));
        self
    }

    /// The field whose label is `label`, or begins with it; two different ones fail the test.
    fn find_field(&self, label: &str, fits: impl Fn(&Field) -> bool) -> (usize, usize) {
        let wanted = squeeze(label);
        let mut found: Vec<(usize, usize, bool)> = Vec::new();
        for (place, form) in self.page.forms.iter().enumerate() {
            for (at, field) in form.fields.iter().enumerate().filter(|(_, field)| fits(field)) {
                if field.label.starts_with(&wanted) {
                    found.push((place, at, field.label == wanted));
                }
            }
        }
        if found.iter().any(|(_, _, exact)| *exact) {
            found.retain(|(_, _, exact)| *exact);
        }
        if let Some(touched) = self
            .touched
            .filter(|t| found.iter().any(|(form, _, _)| form == t))
        {
            found.retain(|(form, _, _)| *form == touched);
        }
        let [(form, field, _)] = found[..] else {
            let all: Vec<&str> = self
                .page
                .forms
                .iter()
                .flat_map(|form| &form.fields)
                .map(|field| field.label.as_str())
                .collect();
            panic!(
                "{} fields are labelled {wanted:?} on {}; there are {all:?}",
                found.len(),
                self.path
            )
        };
        (form, field)
    }

    fn field_mut(&mut self, label: &str, fits: impl Fn(&Field) -> bool) -> &mut Field {
        let (form, field) = self.find_field(label, fits);
        self.touched = Some(form);
        &mut self.page.forms[form].fields[field]
    }

    /// What stands in the field with this label, as it is shown.
    pub fn value(&self, label: &str) -> String {
        let (form, field) = self.find_field(label, |field| !matches!(field.kind.as_str(), "radio" | "file"));
        self.page.forms[form].fields[field].value.clone()
    }

    /// The field with this label, with its hint, error and state.
    pub fn field(&self, label: &str) -> &Field {
        let (form, field) = self.find_field(label, |_| true);
        &self.page.forms[form].fields[field]
    }
}
