#include <kith/views/new_person_sheet.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/domain/contact_key.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/views/form_grid.h>
#include <kith/views/form_sheet.h>

#include <QCoreApplication>
#include <QHBoxLayout>

namespace kith::ui {

namespace {

struct NewPerson {
    Q_DECLARE_TR_FUNCTIONS(NewPerson)
};

/// Sorts what was typed, separated by blanks or commas, into e-mails, phones and addresses. A phone may hold blanks,
/// so that only commas and semicolons separate.
void takeContacts(const QString& text, PersonInput& input)
{
    QString plain = text;
    plain.replace(u';', u',');
    for (const QString& part : plain.split(u',', Qt::SkipEmptyParts)) {
        const std::string value = toUtf8(part.trimmed());
        if (value.empty()) continue;
        switch (guessContactKind(value)) {
        case ContactKind::Email: input.emails.push_back(value); break;
        case ContactKind::Phone: input.phones.push_back(value); break;
        default: input.urls.push_back(value); break;
        }
    }
}

}  // namespace

void openNewPersonSheet(const Theme* theme, QWidget* host, PeoplePage& page, const QString& name)
{
    FormSheet form = makeFormSheet(theme, NewPerson::tr("New person"));
    QFormLayout* grid = addFormGrid(form.column);
    QLineEdit* who = addLine(theme, grid, NewPerson::tr("Name"));
    who->setText(name);
    QLineEdit* title = addLine(theme, grid, NewPerson::tr("Title"));
    QLineEdit* organisation = addLine(theme, grid, NewPerson::tr("Organisation"));
    QLineEdit* area = addLine(theme, grid, NewPerson::tr("Business area"), NewPerson::tr("of our own organisation"));
    QLineEdit* city = addLine(theme, grid, NewPerson::tr("City"));
    QLineEdit* contacts =
        addLine(theme, grid, NewPerson::tr("Contact"), NewPerson::tr("e-mail, phone, profile; separated by commas"));
    QLineEdit* about = addLine(theme, grid, NewPerson::tr("About"));

    auto* facets = new QWidget;
    auto* line = new QHBoxLayout(facets);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kSpace);
    std::vector<std::pair<Facet, Chip*>> chips;
    for (const Facet facet : {Facet::Talent, Facet::Colleague, Facet::Partner, Facet::Client}) {
        auto* chip = new Chip(theme, wordFor(facet));
        chip->setCheckable(true);
        chip->setChecked(facet == Facet::Talent);
        line->addWidget(chip);
        chips.emplace_back(facet, chip);
    }
    line->addStretch(1);
    grid->addRow(formLabel(theme, NewPerson::tr("Is"), facets), facets);

    openFormSheet(
        theme, host, form, NewPerson::tr("Add person"),
        [=, &page] {
            if (who->text().trimmed().isEmpty()) {
                who->setFocus();
                return false;
            }
            PersonInput input{.name = toUtf8(who->text().trimmed()),
                              .facets = {},
                              .city = toUtf8(city->text()),
                              .title = toUtf8(title->text()),
                              .organisation = toUtf8(organisation->text()),
                              .area = toUtf8(area->text()),
                              .emails = {},
                              .phones = {},
                              .urls = {},
                              .about = toUtf8(about->text())};
            for (const auto& [facet, chip] : chips)
                if (chip->isChecked()) input.facets.add(facet);
            takeContacts(contacts->text(), input);
            page.addPerson(input);
            return true;
        },
        who);
}

}  // namespace kith::ui
