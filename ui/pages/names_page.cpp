#include <kith/pages/names_page.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/models/text.h>
#include <kith/pages/file_text.h>
#include <kith/pages/words.h>

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace kith::ui {

namespace {

QString keyOf(const AliasSet& set)
{
    if (!set.row.isNil()) return toQString(set.row.toString());
    return toQString(std::string(toWord(set.kind)) + ':' + set.replaces);
}

const std::vector<std::string>& namesOf(const AliasSet& set)
{
    return set.isOff() ? set.original : set.names;
}

QString detailOf(const AliasSet& set)
{
    const bool title = set.kind == AliasKind::Title;
    if (!set.isBuiltIn()) return title ? NamesPage::tr("Title · yours") : NamesPage::tr("Skill · yours");
    if (set.isOff()) return title ? NamesPage::tr("Title · switched off") : NamesPage::tr("Skill · switched off");
    if (!set.row.isNil()) return title ? NamesPage::tr("Title · changed") : NamesPage::tr("Skill · changed");
    return title ? NamesPage::tr("Title · comes with Kith") : NamesPage::tr("Skill · comes with Kith");
}

NamesLine lineOf(const AliasSet& set)
{
    return {.key = keyOf(set),
            .names = toQString(search::lineOf(namesOf(set))),
            .detail = detailOf(set),
            .kind = set.kind,
            .builtIn = set.isBuiltIn(),
            .off = set.isOff(),
            .changed = set.isBuiltIn() && !set.row.isNil()};
}

bool holds(const AliasSet& set, const std::string& folded)
{
    return std::ranges::any_of(namesOf(set), [&](const std::string& name) { return fold(name).contains(folded); });
}

}  // namespace

NamesPage::NamesPage(Worker& worker, QObject* parent)
    : QObject(parent),
      worker_(worker),
      lines_([](const NamesLine& line) { return line.key; },
             [](const NamesLine& line, int role) {
                 if (role == Qt::DisplayRole) return QVariant(line.names);
                 return role == Qt::AccessibleDescriptionRole ? QVariant(line.detail) : QVariant();
             }),
      subscription_(worker.onChange([this](const ChangeSet& changes) {
          if (changes.touches(Kind::Alias)) read();
      }))
{
}

void NamesPage::read()
{
    struct Read {
        std::vector<AliasSet> sets;
        TaxonomySize taxonomy;
    };
    const auto found = std::make_shared<Read>();
    worker_.read(
        [found](const WorkspaceReader& reader) {
            found->sets = aliasSets(reader);
            found->taxonomy = taxonomySize(reader);
        },
        [found, self = QPointer(this)] {
            if (self.isNull()) return;
            self->sets_ = std::move(found->sets);
            self->taxonomy_ = found->taxonomy;
            self->show();
        });
}

void NamesPage::show()
{
    const std::string folded = fold(toUtf8(filter_.trimmed()));
    std::vector<NamesLine> lines;
    for (const AliasSet& set : sets_)
        if (folded.empty() || holds(set, folded)) lines.push_back(lineOf(set));
    lines_.setItems(std::move(lines));
    Q_EMIT changed();
}

void NamesPage::setFilter(const QString& text)
{
    if (text == filter_) return;
    filter_ = text;
    show();
}

QString NamesPage::sentence() const
{
    const QString all =
        sets_.size() == 1 ? tr("1 group of names") : tr("%1 groups of names").arg(countText(sets_.size()));
    const auto shown = static_cast<std::size_t>(lines_.count());
    return shown == sets_.size() ? all : tr("%1 of %2", "4 of 63 groups of names").arg(countText(shown), all);
}

const AliasSet* NamesPage::setOf(const QString& key) const
{
    const auto found = std::ranges::find(sets_, key, keyOf);
    return found == sets_.end() ? nullptr : &*found;
}

void NamesPage::run(Work work, const QString& failed, const QString& sentence, const Outcome& done)
{
    worker_.run<ChangeSet>(std::move(work),
                           [self = QPointer(this), failed, sentence, done](const Result<ChangeSet>& result) {
                               if (self.isNull()) return;
                               const QString problem = result ? QString() : problemSentence(failed, result.error());
                               if (result && !result->rows.empty()) Q_EMIT self->said(sentence);
                               if (done) done(problem);
                               else if (!problem.isEmpty()) Q_EMIT self->problem(problem);
                           });
}

void NamesPage::add(AliasKind kind, const QString& names, const Outcome& done)
{
    worker_.run<Id>([kind, text = toUtf8(names)](Services& services) { return AddAliases(services).run(kind, text); },
                    [self = QPointer(this), done](const Result<Id>& result) {
                        if (self.isNull()) return;
                        if (result) Q_EMIT self->said(tr("These names mean the same now"));
                        done(result ? QString() : problemSentence(tr("The names were not saved"), result.error()));
                    });
}

void NamesPage::change(const QString& key, const QString& names, const Outcome& done)
{
    const AliasSet* set = setOf(key);
    if (set == nullptr) return;
    run([set = *set, text = toUtf8(names)](Services& services) { return EditAliases(services).setNames(set, text); },
        tr("The names were not changed"), tr("The names are changed"), done);
}

void NamesPage::remove(const QString& key)
{
    const AliasSet* set = setOf(key);
    if (set == nullptr) return;
    run([set = *set](Services& services) { return EditAliases(services).remove(set); },
        tr("The names were not removed"),
        set->isBuiltIn() ? tr("These names are switched off") : tr("The names are deleted"), {});
}

void NamesPage::restore(const QString& key)
{
    const AliasSet* set = setOf(key);
    if (set == nullptr) return;
    run([set = *set](Services& services) { return EditAliases(services).restore(set); },
        tr("The names were not put back"), tr("The names are as Kith comes with them"), {});
}

QString NamesPage::taxonomySentence() const
{
    if (!hasTaxonomy()) return tr("No names of a taxonomy.");
    const QString titles = taxonomy_.titles == 1 ? tr("1 title") : tr("%1 titles").arg(countText(taxonomy_.titles));
    const QString skills = taxonomy_.skills == 1 ? tr("1 skill") : tr("%1 skills").arg(countText(taxonomy_.skills));
    return tr("%1 and %2 with %3 names.", "titles, skills, names").arg(titles, skills, countText(taxonomy_.names));
}

void NamesPage::runTaxonomy(std::move_only_function<Result<TaxonomySize>(Services&)> work, const QString& failed)
{
    worker_.run<TaxonomySize>(std::move(work), [self = QPointer(this), failed](const Result<TaxonomySize>& result) {
        if (self.isNull()) return;
        if (!result) {
            Q_EMIT self->problem(problemSentence(failed, result.error()));
            return;
        }
        self->taxonomy_ = *result;
        Q_EMIT self->changed();
        Q_EMIT self->taxonomyChanged();
        Q_EMIT self->told(self->taxonomySentence());
    });
}

void NamesPage::takeTaxonomy(const QStringList& paths)
{
    if (paths.isEmpty()) return;
    runTaxonomy(
        [paths](Services& services) -> Result<TaxonomySize> {
            std::vector<TaxonomyFile> files;
            for (const QString& path : paths) {
                KITH_TRY(text, contentOf(path));
                files.push_back({.name = toUtf8(QFileInfo(path).fileName()), .text = std::move(text)});
            }
            return ImportTaxonomy(services).run(files);
        },
        tr("The names were not taken"));
}

void NamesPage::forgetTaxonomy()
{
    runTaxonomy(
        [](Services& services) -> Result<TaxonomySize> {
            KITH_CHECK(ImportTaxonomy(services).remove());
            return TaxonomySize{};
        },
        tr("The names were not forgotten"));
}

}  // namespace kith::ui
