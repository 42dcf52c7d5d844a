#include <kith/secrets/keychain.h>

#include <QByteArray>
#include <QString>
#include <qt6keychain/keychain.h>

namespace kith::secrets {

namespace {

Result<void> outcome(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::NoError: return {};
    case QKeychain::EntryNotFound: return fail(ErrorCode::NotFound, "The keychain has no key for this workspace.");
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied: return fail(ErrorCode::NoKeychain, "The system keychain refused access.");
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: break;
    }
    return fail(ErrorCode::NoKeychain, "There is no system keychain that can be used.");
}

/// Jobs delete themselves after their finished signal (QKeychain::Job, autoDelete).
template <class Job>
Job* jobFor(const std::string& name)
{
    auto* job = new Job(QStringLiteral("Kith"));
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(name));
    return job;
}

}  // namespace

void SystemKeychain::read(const std::string& name, Read done)
{
    auto* job = jobFor<QKeychain::ReadPasswordJob>(name);
    QObject::connect(job, &QKeychain::Job::finished, [job, done = std::move(done)](QKeychain::Job*) {
        if (auto result = outcome(*job); !result) done(std::unexpected(result.error()));
        else done(job->binaryData().toStdString());
    });
    job->start();
}

void SystemKeychain::write(const std::string& name, const std::string& secret, Written done)
{
    auto* job = jobFor<QKeychain::WritePasswordJob>(name);
    job->setBinaryData(QByteArray::fromStdString(secret));
    QObject::connect(job, &QKeychain::Job::finished,
                     [job, done = std::move(done)](QKeychain::Job*) { done(outcome(*job)); });
    job->start();
}

void SystemKeychain::remove(const std::string& name, Written done)
{
    auto* job = jobFor<QKeychain::DeletePasswordJob>(name);
    QObject::connect(job, &QKeychain::Job::finished,
                     [job, done = std::move(done)](QKeychain::Job*) { done(outcome(*job)); });
    job->start();
}

}  // namespace kith::secrets
