// Settings of this workspace file: who sits here, which view, where phone numbers are at home, and its care. No
// widgets.
#pragma once

#include <kith/base/error.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace kith::ui {

/// What the settings can do with the workspace file; the program fills it in. Answers come on the screen's thread.
struct WorkspaceCare {
    using Done = std::function<void(Result<QString>)>;
    QString path;
    bool encrypted = true;
    /// Answers with the place of the new, verified backup.
    std::function<void(Done)> backUp;
    /// Answers with what is wrong, in sentences; empty when all is well.
    std::function<void(Done)> check;
};

class SettingsPage : public QObject {
    Q_OBJECT
public:
    struct Choice {
        QString id;
        QString name;
        QString detail;
    };

    /// The worker must outlive the page.
    SettingsPage(Worker& worker, const Clock& clock, WorkspaceCare care, QObject* parent = nullptr);

    [[nodiscard]] QString organisation() const;
    void setOrganisation(const QString& name);

    /// The person who sits here; empty when nobody was named.
    [[nodiscard]] QString myName() const;
    [[nodiscard]] QString myId() const;
    /// At most eight people for what was typed, the best first. Bounded: under a frame.
    [[nodiscard]] std::vector<Choice> people(const QString& words) const;
    void setMe(const QString& id);

    /// The business manager's view: log, my people, my promises.
    [[nodiscard]] bool managerView() const;
    void setManagerView(bool on);

    /// ISO 3166 code of the country of numbers written without one; empty when never set.
    [[nodiscard]] QString region() const;
    /// All countries, by name in the language of the screen.
    [[nodiscard]] static std::vector<Choice> regions();
    void setRegion(const QString& code);

    /// What warmth counts with here.
    [[nodiscard]] WarmthWeights warmthWeights() const;
    /// Says that at least one must count when all are 0, and changes nothing.
    void setWarmthWeights(const WarmthWeights& weights);

    [[nodiscard]] QString path() const { return care_.path; }
    /// "Encrypted; the key is kept outside the file.", or a plain warning.
    [[nodiscard]] QString protection() const;
    [[nodiscard]] bool busy() const { return busy_; }
    void backUp();
    void check();

Q_SIGNALS:
    void changed();
    void managerViewChanged(bool on);
    void meChanged();
    /// Every warmth is another one now.
    void warmthWeightsChanged();
    void said(const QString& sentence);
    void failed(const QString& sentence);

private:
    void set(std::string_view key, const QString& value, std::function<void()> done);
    [[nodiscard]] QString get(std::string_view key) const;
    void care(const std::function<void(WorkspaceCare::Done)>& work, std::function<QString(const QString&)> sentence,
              const QString& what);

    Worker& worker_;
    const Clock& clock_;
    WorkspaceCare care_;
    bool busy_ = false;
};

}  // namespace kith::ui
