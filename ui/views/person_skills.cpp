#include <kith/views/person_skills.h>

#include <kith/pages/words.h>
#include <kith/views/flow_layout.h>
#include <kith/views/person_contacts.h>

#include <QComboBox>
#include <QLineEdit>
#include <memory>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void clear(FlowLayout* layout)
{
    while (std::unique_ptr<QLayoutItem> item{layout->takeAt(0)}) {
        item->widget()->hide();
        item->widget()->deleteLater();
    }
}

template <class Line>
std::vector<Id> idsOf(const std::vector<Line>& lines)
{
    std::vector<Id> ids;
    for (const Line& line : lines) ids.push_back(line.id);
    return ids;
}

}  // namespace

SkillsSection::SkillsSection(const Theme* theme, PersonPage& page, QWidget* parent)
    : Section(theme, tr("Skills"), parent), page_(page), level_(new QComboBox), evidence_(new QComboBox)
{
    auto* chips = new QWidget(this);
    chips_ = new FlowLayout(chips, kSpace, kSpace);
    body()->addWidget(chips);
    name_ = addField(tr("Add a skill or language"), tr("Add a skill or language"), [this](const QString& text) {
        page_.addSkill(text, static_cast<SkillLevel>(level_->currentData().toInt()),
                       static_cast<Evidence>(evidence_->currentData().toInt()));
    });
    level_->setAccessibleName(tr("Level of the new skill"));
    evidence_->setAccessibleName(tr("Evidence of the new skill"));
    for (const Word& word : wordsOf<SkillLevel>())
        level_->addItem(word.value == 0 ? tr("Level") : wordFor(static_cast<SkillLevel>(word.value)),
                        static_cast<int>(word.value));
    for (const Word& word : wordsOf<Evidence>())
        evidence_->addItem(wordFor(static_cast<Evidence>(word.value)), static_cast<int>(word.value));
    body()->addWidget(name_);
    body()->addWidget(rowWidget({level_, evidence_}, 1));
}

void SkillsSection::setBrief()
{
    brief_ = true;
    for (QWidget* widget : std::initializer_list<QWidget*>{name_, level_, evidence_}) widget->hide();
}

void SkillsSection::show(const PersonLines& lines)
{
    if (brief_) setVisible(!lines.skills.empty());
    const auto same = [](const SkillLine& a, const SkillLine& b) {
        return a.id == b.id && a.name == b.name && a.level == b.level && a.evidence == b.evidence;
    };
    if (std::ranges::equal(shown_, lines.skills, same)) return;
    shown_ = lines.skills;
    clear(chips_);
    for (const SkillLine& line : lines.skills) {
        auto* chip = new Chip(theme(), line.name);
        chip->setDetail(line.level);
        chip->setRemovable(!brief_);
        const QString about = tr("%1, %2", "evidence, source").arg(line.evidence, line.source);
        chip->setToolTip(about.toHtmlEscaped());
        chip->setAccessibleName(line.level.isEmpty() ? line.name : tr("%1, %2").arg(line.name, line.level));
        chip->setAccessibleDescription(about);
        connect(chip, &Chip::removeAsked, this, [this, id = line.id] { page_.removeSkill(id); });
        chips_->addWidget(chip);
    }
}

TagsSection::TagsSection(const Theme* theme, PersonPage& page, QWidget* parent)
    : Section(theme, tr("Tags"), parent), page_(page)
{
    auto* chips = new QWidget(this);
    chips_ = new FlowLayout(chips, kSpace, kSpace);
    body()->addWidget(chips);
    body()->addWidget(addField(tr("Add a tag"), tr("Add a tag"), [this](const QString& text) { page_.addTag(text); }));
}

void TagsSection::show(const PersonLines& lines)
{
    const bool named =
        std::ranges::equal(shown_, lines.tags, [](const TagLine& a, const TagLine& b) { return a.name == b.name; });
    if (named && idsOf(shown_) == idsOf(lines.tags)) return;
    shown_ = lines.tags;
    clear(chips_);
    for (const TagLine& line : lines.tags) {
        auto* chip = new Chip(theme(), u"#"_s + line.name);
        chip->setRemovable(true);
        chip->setAccessibleName(tr("Tag %1").arg(line.name));
        connect(chip, &Chip::removeAsked, this, [this, id = line.id] { page_.removeTag(id); });
        chips_->addWidget(chip);
    }
}

}  // namespace kith::ui
