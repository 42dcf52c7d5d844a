#include <kith/views/team_sheets.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/views/form_grid.h>
#include <kith/views/form_sheet.h>
#include <kith/views/person_section.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QShortcut>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCodeWidth = 560;

struct TeamSheets {
    Q_DECLARE_TR_FUNCTIONS(TeamSheets)
};

TextLabel* words(const Theme* theme, const QString& text, Ink ink = Ink::Muted)
{
    auto* label = new TextLabel(theme, text, TextSize::Body, ink);
    label->setWordWrap(true);
    return label;
}

/// A choice with a sentence under it that says what the chosen one means.
template <class Meaning>
QComboBox* choice(const Theme* theme, QVBoxLayout* column, QFormLayout* grid, const QString& name,
                  const QList<std::pair<QString, int>>& all, Meaning meaning)
{
    auto* combo = addField(theme, grid, name, new QComboBox);
    for (const auto& [text, value] : all) combo->addItem(text, value);
    auto* means = words(theme, {});
    column->addWidget(means);
    const auto say = [combo, means, meaning] {
        means->setText(meaning(combo->currentData().toInt()));
        combo->setAccessibleDescription(means->text());
    };
    QObject::connect(combo, &QComboBox::currentIndexChanged, means, say);
    say();
    return combo;
}

QString whatKindMeans(int kind)
{
    switch (static_cast<SpaceKind>(kind)) {
    case SpaceKind::Shared:
        return TeamSheets::tr("For people whom you share with a partner. Nobody sees it until you let them in.");
    case SpaceKind::Private: return TeamSheets::tr("For you alone.");
    case SpaceKind::Organisation:
    case SpaceKind::Team: break;
    }
    return TeamSheets::tr("For the people of one team. Nobody else sees it until you let them in.");
}

QString whatRightsMean(int rights)
{
    switch (static_cast<sync::Rights>(rights)) {
    case sync::Rights::Write:
        return TeamSheets::tr("Sees everything in the space, and adds and changes as their role allows.");
    case sync::Rights::Manage:
        return TeamSheets::tr("Edits, decides who sees the space, and may erase people in it for good.");
    case sync::Rights::None:
    case sync::Rights::Read: break;
    }
    return TeamSheets::tr("Sees everything in the space and changes nothing.");
}

QString whatRoleMeans(int role)
{
    switch (static_cast<sync::Role>(role)) {
    case sync::Role::BusinessManager:
        return TeamSheets::tr("Logs conversations, sets reminders, corrects people; removes nobody.");
    case sync::Role::Partner:
        return TeamSheets::tr("Works for another organisation: sees only the spaces that you let them into.");
    case sync::Role::Administrator:
        return TeamSheets::tr("Works like a recruiter, and invites colleagues and shuts out devices.");
    case sync::Role::Recruiter: break;
    }
    return TeamSheets::tr("Adds, changes and removes people, conversations and everything else.");
}

}  // namespace

void openNewSpaceSheet(const Theme* theme, QWidget* host, TeamPage& page)
{
    const FormSheet form = makeFormSheet(theme, TeamSheets::tr("New space"));
    form.column->addWidget(words(theme,
                                 TeamSheets::tr("A space is what is shared: whoever may see it sees the people in it, "
                                                "with everything that is theirs.")));
    QFormLayout* grid = addFormGrid(form.column);
    auto* name = addLine(theme, grid, TeamSheets::tr("Name"), TeamSheets::tr("Platform team"));
    name->setMaxLength(200);
    auto* kind = choice(theme, form.column, grid, TeamSheets::tr("Whose it is"),
                        {{spaceKindInWords(SpaceKind::Team), static_cast<int>(SpaceKind::Team)},
                         {spaceKindInWords(SpaceKind::Shared), static_cast<int>(SpaceKind::Shared)},
                         {spaceKindInWords(SpaceKind::Private), static_cast<int>(SpaceKind::Private)}},
                        whatKindMeans);
    openFormSheet(
        theme, host, form, TeamSheets::tr("Make the space"),
        [&page, name, kind] {
            if (name->text().trimmed().isEmpty()) {
                name->setFocus();
                return false;
            }
            page.makeSpace(name->text(), static_cast<SpaceKind>(kind->currentData().toInt()));
            return true;
        },
        name);
}

void openRenameSpaceSheet(const Theme* theme, QWidget* host, TeamPage& page)
{
    if (page.current() == nullptr || !page.mayManage()) return;
    const FormSheet form = makeFormSheet(theme, TeamSheets::tr("Rename the space"));
    form.column->addWidget(words(theme, TeamSheets::tr("Everybody who sees it sees the new name.")));
    auto* name = addField(theme, addFormGrid(form.column), TeamSheets::tr("Name"), new QLineEdit(page.current()->name));
    name->setMaxLength(200);
    name->selectAll();
    openFormSheet(
        theme, host, form, TeamSheets::tr("Rename"),
        [&page, name] {
            if (name->text().trimmed().isEmpty()) return false;
            page.rename(name->text());
            return true;
        },
        name);
}

void openGrantSheet(const Theme* theme, QWidget* host, TeamPage& page)
{
    if (page.current() == nullptr || !page.mayManage()) return;
    const FormSheet form = makeFormSheet(theme, TeamSheets::tr("Let a colleague into %1").arg(page.current()->name));
    QFormLayout* grid = addFormGrid(form.column);
    auto* user = addLine(theme, grid, TeamSheets::tr("Colleague"), TeamSheets::tr("name of the account"));
    auto* completer = new QCompleter(page.candidates(), user);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    user->setCompleter(completer);
    auto* rights = choice(theme, form.column, grid, TeamSheets::tr("What they may do"),
                          {{TeamSheets::tr("Read"), static_cast<int>(sync::Rights::Read)},
                           {TeamSheets::tr("Edit"), static_cast<int>(sync::Rights::Write)},
                           {TeamSheets::tr("Manage"), static_cast<int>(sync::Rights::Manage)}},
                          whatRightsMean);
    rights->setCurrentIndex(1);
    openFormSheet(
        theme, host, form, TeamSheets::tr("Let in"),
        [&page, user, rights] {
            if (user->text().trimmed().isEmpty()) {
                user->setFocus();
                return false;
            }
            page.grant(user->text(), static_cast<sync::Rights>(rights->currentData().toInt()));
            return true;
        },
        user);
}

void openInviteSheet(const Theme* theme, QWidget* host, TeamPage& page)
{
    if (!page.administers()) return;
    const FormSheet form = makeFormSheet(theme, TeamSheets::tr("Invite a colleague"));
    form.column->addWidget(
        words(theme,
              TeamSheets::tr("They get an account on your server. You get a one-time code to give to "
                             "them; with it they sign in and choose a password.")));
    QFormLayout* grid = addFormGrid(form.column);
    auto* user = addLine(theme, grid, TeamSheets::tr("Name"), TeamSheets::tr("what they will sign in as"));
    user->setMaxLength(200);
    QList<std::pair<QString, int>> roles;
    for (const sync::Role role : sync::kRoles) {
        QString word = roleInWords(role);
        word[0] = word[0].toUpper();
        roles.append({word, static_cast<int>(role)});
    }
    auto* role = choice(theme, form.column, grid, TeamSheets::tr("Role"), roles, whatRoleMeans);
    openFormSheet(
        theme, host, form, TeamSheets::tr("Invite"),
        [&page, user, role] {
            if (user->text().trimmed().isEmpty()) {
                user->setFocus();
                return false;
            }
            page.invite(user->text(), static_cast<sync::Role>(role->currentData().toInt()));
            return true;
        },
        user);
}

void openCodeSheet(const Theme* theme, QWidget* host, const QString& server, const QString& user, const QString& code,
                   sync::Role role)
{
    if (Sheet* open = Sheet::current(host)) open->dismiss();
    const FormSheet form = makeFormSheet(theme, TeamSheets::tr("%1 is invited").arg(user));
    form.column->addWidget(
        words(theme,
              TeamSheets::tr("Give this code to %1, and to nobody else. It works once, and it is not "
                             "shown again; inviting them again makes a new one.")
                  .arg(user),
              Ink::Text));
    auto* field = new QLineEdit(code);
    field->setReadOnly(true);
    field->setAccessibleName(TeamSheets::tr("One-time code"));
    QFont font = field->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    field->setFont(font);
    field->setAlignment(Qt::AlignCenter);
    auto* copy = new KeyButton(theme, TeamSheets::tr("Copy"), QKeySequence(Qt::Key_C), ButtonKind::Primary);
    copy->setAccessibleName(TeamSheets::tr("Copy the code"));
    form.column->addWidget(rowWidget({field, copy}, 0));
    form.column->addWidget(
        words(theme,
              TeamSheets::tr("They open Kith, choose Sign in to a server, and type %1, the name %2, this "
                             "code, and the password they want.")
                  .arg(server, user)));
    if (role == sync::Role::Partner)
        form.column->addWidget(
            words(theme,
                  TeamSheets::tr("A partner sees nothing yet: let them into a space, and then they can "
                                 "sign in."),
                  Ink::Warning));
    auto* done = new QPushButton(TeamSheets::tr("Done"));
    form.column->addWidget(rowWidget({new QWidget, done}, 0));
    auto* sheet = new Sheet(theme, host, form.content, kCodeWidth);
    const auto take = [code, copy] {
        QApplication::clipboard()->setText(code);
        copy->setText(TeamSheets::tr("Copied"));
    };
    QObject::connect(copy, &QPushButton::clicked, sheet, take);
    QObject::connect(new QShortcut(Qt::Key_C, form.content), &QShortcut::activated, sheet, take);
    QObject::connect(done, &QPushButton::clicked, sheet, &Sheet::dismiss);
    sheet->open(copy);
}

}  // namespace kith::ui
