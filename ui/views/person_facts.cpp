#include <kith/views/person_facts.h>

#include <kith/pages/words.h>
#include <kith/views/flow_layout.h>

#include <QHBoxLayout>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLabelWidth = 82;
constexpr int kFieldHeight = 32;

/// A quiet word before a field, and under the field where its value comes from.
QWidget* labelled(const Theme* theme, const QString& label, QWidget* field, QWidget* below)
{
    auto* row = new QWidget;
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, theme->px(kLabelWidth));
    grid->setColumnStretch(1, 1);
    auto* word = new TextLabel(theme, label, TextSize::Small, Ink::Muted);
    word->setFixedHeight(theme->px(kFieldHeight));  // stands beside the first line of a field of several
    grid->addWidget(word, 0, 0, Qt::AlignLeft | Qt::AlignTop);
    grid->addWidget(field, 0, 1);
    if (below != nullptr) grid->addWidget(below, 1, 1);
    return row;
}

TextLabel* sourceLabel(const Theme* theme)
{
    auto* label = new TextLabel(theme, {}, TextSize::Small, Ink::Faint);
    label->setWordWrap(true);
    label->setContentsMargins(InlineEdit::kTextInset, 0, 0, 0);
    label->hide();
    return label;
}

void say(TextLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

}  // namespace

FactsSection::FactsSection(const Theme* theme, PersonPage& page, QWidget* parent) : Section(theme, tr("Facts"), parent)
{
    const std::array<std::pair<FieldIndex, QString>, 4> fields{{{person::name, tr("Name")},
                                                                {person::given, tr("Given name")},
                                                                {person::family, tr("Family name")},
                                                                {person::city, tr("City")}}};
    for (const auto& [field, label] : fields) {
        auto* edit = new InlineEdit(theme, label, this);
        edit->setPlaceholderText(tr("not known"));
        connect(edit, &InlineEdit::committed, &page,
                [&page, which = field](const QString& value) { page.setField(which, value); });
        auto* source = sourceLabel(theme);
        facts_.push_back({field, edit, source});
        body()->addWidget(labelled(theme, label, edit, source));
    }
    about_ = new InlineText(theme, tr("About"), this);
    about_->setPlaceholderText(tr("What one should know before speaking with them"));
    connect(about_, &InlineText::committed, &page,
            [&page](const QString& value) { page.setField(person::about, value); });
    aboutSource_ = sourceLabel(theme);
    body()->addWidget(labelled(theme, tr("About"), about_, aboutSource_));
}

void FactsSection::show(const PersonLines& lines)
{
    for (const FactLine& line : lines.facts) {
        if (line.field == person::about) {
            about_->setValue(line.value);
            say(aboutSource_, line.source);
        }
        const auto fact = std::ranges::find(facts_, line.field, &Fact::field);
        if (fact == facts_.end()) continue;
        fact->edit->setValue(line.value);
        say(fact->source, line.source);
    }
}

AffiliationSection::AffiliationSection(const Theme* theme, PersonPage& page, QWidget* parent)
    : Section(theme, tr("Affiliation"), parent),
      page_(page),
      role_(new InlineEdit(theme, tr("Title"), this)),
      organisation_(new InlineEdit(theme, tr("Organisation"), this)),
      area_(new InlineEdit(theme, tr("Business area"), this)),
      source_(sourceLabel(theme)),
      earlier_(new QVBoxLayout),
      rows_(earlier_, [theme](const AffiliationLine&) -> Rows<AffiliationLine>::Row {
          auto* words = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
          words->setWordWrap(true);
          return {words, [words](const AffiliationLine& line) {
                      QStringList parts;
                      for (const QString& part : {line.role, line.where, line.period})
                          if (!part.isEmpty()) parts << part;
                      words->setText(parts.join(u" · "_s));
                      words->setToolTip(line.source.toHtmlEscaped());
                  }};
      })
{
    for (InlineEdit* edit : {role_, organisation_, area_}) {
        edit->setPlaceholderText(tr("not known"));
        connect(edit, &InlineEdit::committed, this, &AffiliationSection::save);
    }
    body()->addWidget(labelled(theme, tr("Title"), role_, nullptr));
    body()->addWidget(labelled(theme, tr("Organisation"), organisation_, nullptr));
    body()->addWidget(labelled(theme, tr("Business area"), area_, source_));
    earlier_->setSpacing(kSpace);
    body()->addLayout(earlier_);
}

void AffiliationSection::save()
{
    page_.setAffiliation(role_->value(), organisation_->value(), area_->value());
}

void AffiliationSection::show(const PersonLines& lines)
{
    role_->setValue(lines.role);
    organisation_->setValue(lines.organisation);
    area_->setValue(lines.area);
    std::vector<AffiliationLine> earlier;
    QString source;
    for (const AffiliationLine& line : lines.affiliations) {
        if (!line.current) earlier.push_back(line);
        else if (source.isEmpty()) source = line.source;
    }
    say(source_, source);
    rows_.set(earlier);
}

FacetsRow::FacetsRow(const Theme* theme, PersonPage& page, QWidget* parent) : QWidget(parent)
{
    auto* flow = new FlowLayout(this, kSpace, kSpace);
    for (const Facet facet : {Facet::Talent, Facet::Colleague, Facet::Partner, Facet::Client}) {
        auto* chip = new Chip(theme, wordFor(facet), this);
        chip->setCheckable(true);
        connect(chip, &Chip::clicked, &page, [&page, facet](bool on) { page.setFacet(facet, on); });
        flow->addWidget(chip);
        chips_.emplace_back(facet, chip);
    }
}

void FacetsRow::show(const PersonLines& lines)
{
    for (const auto& [facet, chip] : chips_) chip->setChecked(lines.facets.has(facet));
}

}  // namespace kith::ui
