// Somebody at their own desktop, as far as the pages: a workspace, sync in place of its thread, the Sync page.
#pragma once

#include <kith/pages/person_page.h>
#include <kith/pages/sign_in_page.h>
#include <kith/pages/sync_page.h>
#include <kith/server_support/bed.h>
#include <kith/server_support/inline_sync.h>
#include <kith/server_support/moody_service.h>
#include <kith/support/inline_worker.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/history.h>

#include <QLocale>
#include <QObject>
#include <QStringList>

namespace kith::test {

class Colleague {
public:
    Colleague(server_support::Bed& bed, std::string name, std::uint64_t seed)
        : file(std::nullopt, seed),
          network(bed.server()),
          worker(file.workspace(), file.services()),
          sync(file.workspace().sync(), network, file.clock),
          page(worker, sync, file.clock, file.zone, QLocale(QLocale::English, QLocale::UnitedKingdom)),
          door(sync, QStringLiteral("desk of ") + QString::fromStdString(name)),
          name_(std::move(name)),
          edits_(worker.onChange([this](const ChangeSet& changes) {
              if (changes.kind != CommandKind::Sync) sync.driver().edited();
          }))
    {
        QObject::connect(&page, &ui::SyncPage::said, [this](const QString& sentence) { said << sentence; });
        QObject::connect(&page, &ui::SyncPage::settled, [this](const QString& sentence) { said << sentence; });
    }

    void signIn(const std::string& code)
    {
        door.submit({.server = QStringLiteral("kith.example"),
                     .user = QString::fromStdString(name_),
                     .password = QStringLiteral("correct horse battery"),
                     .code = QString::fromStdString(code),
                     .device = QStringLiteral("desk")});
    }
    void writeCity(const Id& person, const std::string& city)
    {
        file.clock.advance(std::chrono::seconds{1});
        static_cast<void>(EditPersonField(file.services()).run(person, person::city, Value{city}));
    }
    [[nodiscard]] std::string cityOf(const Id& person)
    {
        const auto row = file.reader().row(Kind::Person, person);
        return row && !row->removed ? textOf(row->values[person::city]) : std::string{"gone"};
    }

    TempWorkspace file;
    server_support::MoodyService network;
    InlineWorker worker;
    server_support::InlineSync sync;
    ui::SyncPage page;
    ui::SignInPage door;
    QStringList said;

private:
    std::string name_;
    Subscription edits_;
};

}  // namespace kith::test
