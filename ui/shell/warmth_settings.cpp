#include <kith/shell/warmth_settings.h>

#include <QGridLayout>
#include <QLocale>

#include <numeric>

namespace kith::ui {

namespace {

constexpr int kMost = 100;
constexpr int kLabelWidth = 150;  // as in the other sections of the settings
constexpr int kFieldWidth = 84;
constexpr int kShareWidth = 56;

struct TermWords {
    QString name;
    QString meaning;
};

/// In the order of kWarmthTermNames.
std::array<TermWords, kWarmthTerms> termWords()
{
    using View = WarmthSettings;
    return {TermWords{View::tr("Recency"), View::tr("How long ago you spoke; half is gone after 60 days")},
            TermWords{View::tr("Frequency"), View::tr("How often you speak")},
            TermWords{View::tr("Reciprocity"), View::tr("Whether both sides begin")},
            TermWords{View::tr("Depth"), View::tr("From a hello to a conversation")},
            TermWords{View::tr("Breadth"), View::tr("How many of your colleagues take part")}};
}

}  // namespace

WarmthSettings::WarmthSettings(SettingsPage& page, Theme* theme, QWidget* parent)
    : QWidget(parent), page_(page), usual_(new KeyButton(theme, tr("Usual weights")))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(3 * kSpace);
    grid->setVerticalSpacing(2 * kSpace);
    grid->setColumnMinimumWidth(0, theme->px(kLabelWidth));
    grid->setColumnStretch(3, 1);
    const auto words = termWords();
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        const int row = static_cast<int>(i);
        auto* field = new QSpinBox;
        field->setRange(0, kMost);
        field->setSingleStep(5);
        field->setKeyboardTracking(false);
        field->setFixedWidth(theme->px(kFieldWidth));
        field->setAccessibleName(words.at(i).name);
        field->setAccessibleDescription(words.at(i).meaning);
        auto* name = new TextLabel(theme, words.at(i).name, TextSize::Body, Ink::Muted);
        name->setBuddy(field);
        shares_.at(i) = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
        shares_.at(i)->setFixedWidth(theme->px(kShareWidth));
        grid->addWidget(name, row, 0);
        grid->addWidget(field, row, 1);
        grid->addWidget(shares_.at(i), row, 2);
        grid->addWidget(new TextLabel(theme, words.at(i).meaning, TextSize::Small, Ink::Muted), row, 3);
        weights_.at(i) = field;
        connect(field, &QSpinBox::valueChanged, this, [this] { page_.setWarmthWeights(typed()); });
    }
    grid->addWidget(usual_, static_cast<int>(weights_.size()), 1, 1, 3, Qt::AlignLeft);
    connect(usual_, &QPushButton::clicked, this, [this] { page_.setWarmthWeights({}); });
    connect(&page, &SettingsPage::changed, this, &WarmthSettings::refresh);
    refresh();
}

WarmthWeights WarmthSettings::typed() const
{
    std::array<double, kWarmthTerms> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all.at(i) = weights_.at(i)->value();
    return weightsOf(all);
}

void WarmthSettings::refresh()
{
    const WarmthWeights weights = page_.warmthWeights();
    const auto all = listed(weights);
    const double sum = std::accumulate(all.begin(), all.end(), 0.0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QSignalBlocker quiet(weights_.at(i));
        weights_.at(i)->setValue(static_cast<int>(all.at(i) + 0.5));
        shares_.at(i)->setText(tr("%1 %", "share of a weight").arg(QLocale().toString(100 * all.at(i) / sum, 'f', 0)));
    }
    usual_->setEnabled(weights != WarmthWeights{});
}

}  // namespace kith::ui
