// Other names of titles and skills, as a list that can be changed.
#pragma once

#include <kith/models/list_model.h>
#include <kith/pages/outcome.h>
#include <kith/usecases/aliases.h>
#include <kith/usecases/taxonomy.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace kith::ui {

/// One group of names.
struct NamesLine {
    QString key;  ///< the same as long as it is the same group
    QString names;  ///< "scrum master = agile coach", as they are typed, too
    QString detail;  ///< "Title · comes with Kith", "Skill · yours"
    AliasKind kind{};
    bool builtIn = false;  ///< it can be switched off, not deleted
    bool off = false;
    bool changed = false;  ///< differs from what Kith comes with: it can be put back
    friend bool operator==(const NamesLine&, const NamesLine&) = default;
};

/// Follows the workspace. For the screen's thread; what takes long runs on the worker.
class NamesPage final : public QObject {
    Q_OBJECT
public:
    explicit NamesPage(Worker& worker, QObject* parent = nullptr);

    /// Reads the groups, the first time or again.
    void read();
    [[nodiscard]] ListModel<NamesLine, QString>& lines() { return lines_; }
    [[nodiscard]] const NamesLine* at(int row) const { return lines_.at(row); }
    /// Only groups one of whose names holds the text, folded.
    void setFilter(const QString& text);
    [[nodiscard]] QString filter() const { return filter_; }
    /// "63 groups of names", "4 of 63 groups of names".
    [[nodiscard]] QString sentence() const;

    /// `names` with “=” between them.
    void add(AliasKind kind, const QString& names, const Outcome& done);
    void change(const QString& key, const QString& names, const Outcome& done);
    /// Deletes one's own and switches off what Kith comes with; both and restore() tell by a signal.
    void remove(const QString& key);
    void restore(const QString& key);

    /// "No names of a taxonomy", "3,007 titles and 13,890 skills with 121,000 names".
    [[nodiscard]] QString taxonomySentence() const;
    [[nodiscard]] bool hasTaxonomy() const { return taxonomy_.names > 0; }
    /// Of ESCO's CSV package; takes the place of what was there.
    void takeTaxonomy(const QStringList& paths);
    void forgetTaxonomy();

Q_SIGNALS:
    void changed();
    /// Something was done that can be undone.
    void said(const QString& sentence);
    /// Something was done that cannot.
    void told(const QString& sentence);
    void problem(const QString& sentence);
    /// Search should read what it goes by: this is no command that it would hear of.
    void taxonomyChanged();

private:
    using Work = std::move_only_function<Result<ChangeSet>(Services&)>;
    [[nodiscard]] const AliasSet* setOf(const QString& key) const;
    void show();
    void run(Work work, const QString& failed, const QString& sentence, const Outcome& done);
    void runTaxonomy(std::move_only_function<Result<TaxonomySize>(Services&)> work, const QString& failed);

    Worker& worker_;
    std::vector<AliasSet> sets_;
    TaxonomySize taxonomy_;
    QString filter_;
    ListModel<NamesLine, QString> lines_;
    Subscription subscription_;
};

}  // namespace kith::ui
