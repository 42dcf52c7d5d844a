#include <kith/pages/team_page.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QPointer>

#include <algorithm>

namespace kith::ui {

namespace {

QVariant spaceData(const TeamSpace& space, int role)
{
    if (role == Qt::DisplayRole) return space.name;
    if (role == Qt::AccessibleTextRole)
        return TeamPage::tr("%1, %2", "space, what it is").arg(space.name, space.detail);
    return {};
}

QString mayDo(const SpaceView& space)
{
    if (space.kind == SpaceKind::Private) return TeamPage::tr("only you");
    if (space.managed) return TeamPage::tr("you manage it");
    return space.writable ? TeamPage::tr("you may edit") : TeamPage::tr("you may read");
}

}  // namespace

TeamPage::TeamPage(Worker& worker, SyncDesk& sync, TeamDesk& desk, IdSource& ids, QObject* parent)
    : QObject(parent),
      worker_(worker),
      sync_(sync),
      desk_(desk),
      ids_(ids),
      spaces_([](const TeamSpace& space) { return space.id; }, spaceData),
      changes_(worker.onChange([this](const ChangeSet& changes) {
          if (changes.touches(Kind::Space)) readSpaces();
      })),
      states_(sync.onState([this] { stateChanged(); }))
{
    stateChanged();
}

sync::Role TeamPage::role() const
{
    return account_ ? account_->role : sync::Role::Partner;
}

QString TeamPage::membership() const
{
    if (!account_) return {};
    return tr("%1 · %2, %3", "organisation, user, role")
        .arg(toQString(account_->organisation), toQString(account_->user), roleInWords(account_->role));
}

QString TeamPage::server() const
{
    return account_ ? toQString(account_->server) : QString{};
}

void TeamPage::stateChanged()
{
    if (account_ == sync_.state().account && !(account_ && spaces_.count() == 0)) return;
    const bool other = !account_ || !signedIn() || account_->userId != sync_.state().account->userId;
    account_ = sync_.state().account;
    if (other) team_ = {};
    problem_.clear();
    readSpaces();
}

void TeamPage::readSpaces()
{
    std::vector<TeamSpace> spaces;
    if (signedIn())
        for (const SpaceView& space : worker_.reader().spaces())
            spaces.push_back(
                {.id = space.id,
                 .name = toQString(space.name),
                 .detail =
                     tr("%1 · %2", "kind of space, what you may do").arg(spaceKindInWords(space.kind), mayDo(space)),
                 .kind = space.kind,
                 .managed = space.managed && role() != sync::Role::Partner});
    spaces_.setItems(std::move(spaces));
    if (spaces_.rowOf(wished_) >= 0) selected_ = std::exchange(wished_, {});
    if (spaces_.rowOf(selected_) < 0) selected_ = spaces_.count() > 0 ? spaces_.at(0)->id : Id{};
    show();
}

void TeamPage::select(const Id& space)
{
    if (space == selected_ || spaces_.rowOf(space) < 0) return;
    selected_ = space;
    show();
}

bool TeamPage::mayManage() const
{
    const TeamSpace* space = current();
    return space != nullptr && space->managed && space->kind != SpaceKind::Private;
}

TeamMemberLine TeamPage::lineOf(const sync::TeamMember& member) const
{
    QString detail = roleInWords(member.role);
    const auto add = [&](const QString& more) {
        detail = tr("%1 · %2", "what is known of an account").arg(detail, more);
    };
    if (account_ && member.id == account_->userId) add(tr("you"));
    if (!member.joined) add(tr("has not signed in yet"));
    if (member.disabled) add(tr("shut out"));
    return {.id = member.id, .name = toQString(member.name), .detail = detail};
}

void TeamPage::show()
{
    members_.clear();
    colleagues_.clear();
    for (const sync::TeamMember& member : team_.members) {
        TeamMemberLine line = lineOf(member);
        colleagues_.push_back(line);
        const auto grant = std::ranges::find_if(team_.grants, [&](const sync::TeamGrant& one) {
            return one.space == selected_ && one.member == member.id;
        });
        if (grant == team_.grants.end()) continue;
        line.rights = grant->rights;
        line.changeable = mayManage();
        members_.push_back(std::move(line));
    }
    std::ranges::stable_sort(members_, std::ranges::greater{}, &TeamMemberLine::rights);
    Q_EMIT changed();
}

QString TeamPage::managers() const
{
    QStringList names;
    for (const TeamMemberLine& line : members_)
        if (line.rights == sync::Rights::Manage) names << isolated(line.name);
    return namesInWords(names);
}

QString TeamPage::sentence() const
{
    const TeamSpace* space = current();
    if (space == nullptr) return {};
    if (space->kind == SpaceKind::Private)
        return tr("Private conversations and what people expect to be paid are in here. Nobody else is ever let in.");
    if (space->managed)
        return tr("You manage this space: you decide who sees it. Whoever loses it forgets every byte of it, on every "
                  "machine.");
    const QString whom = managers();
    return whom.isEmpty() ? tr("Only those who manage this space decide who sees it.")
                          : tr("Only those who manage this space decide who sees it: ask %1.").arg(whom);
}

QString TeamPage::colleaguesSentence() const
{
    if (administers())
        return tr(
            "Everybody with an account. Whoever is invited gets a one-time code from you, and sets a password with "
            "it.");
    QStringList names;
    for (const sync::TeamMember& member : team_.members)
        if (member.role == sync::Role::Administrator && !member.disabled) names << isolated(toQString(member.name));
    return names.isEmpty() ? tr("Those whom you share a space with. Only administrators invite colleagues.")
                           : tr("Those whom you share a space with. Only administrators invite colleagues: ask %1.")
                                 .arg(namesInWords(names));
}

QStringList TeamPage::candidates() const
{
    QStringList names;
    for (const TeamMemberLine& line : colleagues_)
        if (std::ranges::find(members_, line.id, &TeamMemberLine::id) == members_.end()) names << line.name;
    return names;
}

void TeamPage::refresh()
{
    if (!signedIn()) return;
    desk_.team([self = QPointer(this)](const sync::Answer<sync::Team>& team) {
        if (self.isNull()) return;
        if (team) {
            self->team_ = *team;
            self->problem_.clear();
        } else if (team.error().trouble == sync::Trouble::Stopped) {
            return;
        } else if (team.error().trouble == sync::Trouble::BadMessage) {
            self->problem_ = tr("This server is too old to say who is in a space; everything else works.");
        } else {
            self->problem_ = self->team_.members.empty()
                ? tr("Who is in a space is known to the server, which cannot be asked now.")
                : tr("This is how it was when the server could last be asked; it cannot be reached now.");
        }
        self->show();
    });
}

TeamDesk::Done<void> TeamPage::answering(const QString& done, const QString& failed)
{
    return [self = QPointer(this), done, failed](const sync::Answer<void>& answer) {
        if (self.isNull()) return;
        Q_EMIT self->said(answer ? done : serverProblem(failed, answer.error()));
        // Also after a failure: what somebody chose on the page is not what is.
        self->show();
        self->refresh();
    };
}

void TeamPage::makeSpace(const QString& name, SpaceKind kind)
{
    const QString words = name.trimmed();
    if (!mayMakeSpaces() || words.isEmpty()) return;
    const Id id = ids_.make();
    wished_ = id;
    desk_.makeSpace(
        id, toUtf8(words), kind,
        answering(tr("%1 is made; let colleagues in, and put people into it from their page").arg(isolated(words)),
                  tr("The space was not made")));
}

void TeamPage::rename(const QString& name)
{
    const QString words = name.trimmed();
    const TeamSpace* space = current();
    if (space == nullptr || !mayManage() || words.isEmpty() || words == space->name) return;
    desk_.renameSpace(selected_, toUtf8(words),
                      answering(tr("%1 is called %2 now").arg(isolated(space->name), isolated(words)),
                                tr("The space was not renamed")));
}

const sync::TeamMember* TeamPage::memberNamed(const QString& user) const
{
    const auto found = std::ranges::find_if(team_.members, [&](const sync::TeamMember& member) {
        return toQString(member.name).compare(user, Qt::CaseInsensitive) == 0;
    });
    return found == team_.members.end() ? nullptr : &*found;
}

void TeamPage::grant(const QString& user, sync::Rights rights)
{
    const QString name = user.trimmed();
    const TeamSpace* space = current();
    if (space == nullptr || !mayManage() || name.isEmpty()) return;
    const sync::TeamMember* member = memberNamed(name);
    const auto line = std::ranges::find(members_, member == nullptr ? Id{} : member->id, &TeamMemberLine::id);
    const sync::Rights before = line == members_.end() ? sync::Rights::None : line->rights;
    if (before == rights) return;
    const QString where = isolated(space->name);
    if (rights != sync::Rights::None) {
        desk_.grant(
            toUtf8(name), selected_, rights,
            answering(tr("%1 %2 in %3", "name, may read, space").arg(isolated(name), rightsInWords(rights), where),
                      tr("%1 was not let in").arg(isolated(name))));
        return;
    }
    desk_.grant(
        toUtf8(name), selected_, rights,
        [self = QPointer(this), name, where, before](const sync::Answer<void>& answer) {
            if (self.isNull()) return;
            if (answer)
                Q_EMIT self->revoked(
                    tr("%1 no longer sees %2, and their machines forget it").arg(isolated(name), where), name, before);
            else Q_EMIT self->said(serverProblem(tr("%1 still sees %2").arg(isolated(name), where), answer.error()));
            self->show();
            self->refresh();
        });
}

void TeamPage::invite(const QString& user, sync::Role role)
{
    const QString name = user.trimmed();
    if (!administers() || name.isEmpty()) return;
    desk_.invite(toUtf8(name), role, [self = QPointer(this), name, role](const sync::Answer<std::string>& code) {
        if (self.isNull()) return;
        if (code) Q_EMIT self->invited(name, toQString(*code), role);
        else Q_EMIT self->said(serverProblem(tr("%1 was not invited").arg(isolated(name)), code.error()));
        self->refresh();
    });
}

}  // namespace kith::ui
