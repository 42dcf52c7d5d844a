#include <kith/shell/help_view.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/controls/surfaces.h>

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFile>
#include <QGridLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QTextBlock>
#include <QTextBrowser>
#include <QUrl>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

ShortcutSheet::ShortcutSheet(const Theme* theme, const QList<Group>& groups, QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Shortcuts"));
    auto* content = new QWidget;
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(24, 8, 24, 20);
    columns->setSpacing(40);
    for (const Group& group : groups) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(8);
        grid->addWidget(new SectionTitle(theme, group.title), 0, 0, 1, 2);
        int row = 1;
        for (const CommandSpec& spec : group.commands) {
            if (spec.shortcut.isEmpty()) continue;
            auto* words = new ElidedLabel(theme, spec.title);
            words->setAccessibleDescription(keyText(spec.shortcut));
            grid->addWidget(words, row, 0);
            grid->addWidget(new KeyCap(theme, spec.shortcut), row, 1, Qt::AlignRight | Qt::AlignVCenter);
            ++row;
        }
        if (row == 1)
            grid->addWidget(new TextLabel(theme, tr("No keys of its own."), TextSize::Body, Ink::Muted), row++, 0);
        grid->setRowStretch(row, 1);
        grid->setColumnStretch(0, 1);
        columns->addLayout(grid, 1);
    }
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Shortcuts"));
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    scroll->setMinimumHeight(std::min(content->sizeHint().height() + 4, theme->px(520)));

    auto* guide = new KeyButton(theme, tr("Read the guide"));
    connect(guide, &QPushButton::clicked, this, &ShortcutSheet::guideAsked);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(24, 18, 20, 6);
    head->addWidget(new TextLabel(theme, tr("Keys that work here"), TextSize::Lead, Ink::Text, Weight::Bold), 1);
    head->addWidget(guide);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    setFocusProxy(guide);
}

QList<HelpView::Chapter> HelpView::chapters()
{
    return {
        {u"getting-started"_s, tr("Getting started")},
        {u"today"_s, tr("Today")},
        {u"people"_s, tr("People")},
        {u"person"_s, tr("One person")},
        {u"network"_s, tr("Network")},
        {u"logging"_s, tr("Logging a conversation")},
        {u"import"_s, tr("Bringing people in")},
        {u"colleagues"_s, tr("Working with colleagues")},
        {u"team"_s, tr("Spaces and your team")},
        {u"keyboard"_s, tr("Keyboard")},
        {u"privacy"_s, tr("Privacy and safety")},
    };
}

HelpView::HelpView(const Theme* theme, const QString& topic, QWidget* parent)
    : QWidget(parent), theme_(theme), list_(new QListWidget), text_(new QTextBrowser)
{
    setAccessibleName(tr("Guide"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFixedWidth(theme->px(190));
    list_->setAccessibleName(tr("Chapters"));
    list_->viewport()->setAutoFillBackground(false);
    for (const Chapter& chapter : chapters()) {
        auto* item = new QListWidgetItem(chapter.title, list_);
        item->setData(Qt::UserRole, chapter.topic);
        item->setSizeHint({100, theme->px(32)});
    }
    text_->setFrameShape(QFrame::NoFrame);
    text_->setOpenLinks(false);
    text_->setAccessibleName(tr("Chapter"));
    text_->document()->setDocumentMargin(24);
    text_->setMinimumHeight(theme->px(620));
    text_->viewport()->setAutoFillBackground(false);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* side = new QVBoxLayout;
    side->setContentsMargins(8, 16, 8, 16);
    side->addWidget(list_);
    row->addLayout(side);
    row->addWidget(new HairLine(theme, nullptr, Qt::Vertical));
    row->addWidget(text_, 1);

    connect(list_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr) show(item->data(Qt::UserRole).toString());
    });
    connect(text_, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        // Chapters name one another by file: [Today](today.md). Nothing else is followed from here.
        const QString name = url.fileName().section(u'.', 0, 0);
        for (int i = 0; i < list_->count(); ++i) {
            if (list_->item(i)->data(Qt::UserRole).toString() == name) list_->setCurrentRow(i);
        }
    });
    setFocusProxy(list_);
    list_->setCurrentRow(0);
    for (int i = 0; i < list_->count(); ++i) {
        if (list_->item(i)->data(Qt::UserRole).toString() == topic) list_->setCurrentRow(i);
    }
}

void HelpView::show(const QString& topic)
{
    QFile file(u":/kith/help/%1.md"_s.arg(topic));
    if (!file.open(QIODevice::ReadOnly)) return;
    QTextDocument* document = text_->document();
    document->setDefaultFont(theme_->font(TextSize::Body));
    document->setMarkdown(QString::fromUtf8(file.readAll()), QTextDocument::MarkdownDialectCommonMark);
    // Markdown brings headings of the browser's size and lines without air; both follow our scale instead.
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
        format.setBottomMargin(level > 0 ? 6 : block.textList() != nullptr ? 4 : 10);
        format.setTopMargin(level > 1 ? 12 : 0);
        cursor.setBlockFormat(format);
        if (level > 0) {
            cursor.select(QTextCursor::BlockUnderCursor);
            // A heading's relative size would win over the size of a font.
            QTextCharFormat letters = cursor.charFormat();
            letters.clearProperty(QTextFormat::FontSizeAdjustment);
            letters.setFont(theme_->font(level == 1 ? TextSize::Title : TextSize::Lead, Weight::Bold));
            cursor.setCharFormat(letters);
        }
    }
    text_->moveCursor(QTextCursor::Start);
}

}  // namespace kith::ui
