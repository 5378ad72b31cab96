// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demo_folder.h"

#include "core/demo/demo_practice.h"
#include "core/spelling/dictionary_files.h"
#include "core/storage/practice_file.h"
#include "core/workflow/catalog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace kairos::app {
namespace {

class DemoWords {
    Q_DECLARE_TR_FUNCTIONS(DemoWords)
};

} // namespace

base::Result<QString> DemoFolder::makeAfresh() const {
    if (!QDir().mkpath(m_folder)) {
        return base::fail(base::ErrorCode::Storage, DemoWords::tr("The demo practice was not made"),
                          DemoWords::tr("the folder %1 cannot be made").arg(m_folder),
                          DemoWords::tr("check its rights"));
    }
    demo::DemoRequest request;
    request.path = QDir(m_folder).filePath(QStringLiteral("demo.kairos"));
    request.passphrase = demo::demoPassword();
    // Everybody knows this passphrase: to make it dear to guess would only keep the person waiting.
    request.practiceCost = security::KeyCost::cheap();
    // The demo is thrown away each time; nothing in it is anybody's.
    for (const QString& beside :
         {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral(".key")}) {
        QFile::remove(request.path + beside);
    }
    return demo::makeDemo(request, m_catalog.get()).map([&] { return request.path; });
}

base::Result<std::unique_ptr<workflow::OpenPractice>> DemoFolder::openAt(const QString& path) {
    const workflow::Environment environment{.clock = *m_clock,
                                            .random = m_random,
                                            .catalog = m_catalog,
                                            .seenHeadsPath = {},
                                            .dictionaryFolders = spelling::dictionaryFolders()};
    auto opened = workflow::OpenPractice::open(path, demo::demoPassword(), environment);
    if (!opened) {
        return opened;
    }
    const auto clinicians = (*opened)->clinicians();
    if (!clinicians || clinicians->isEmpty()) {
        return base::fail(base::ErrorCode::Damaged, DemoWords::tr("The demo practice was not opened"),
                          DemoWords::tr("nobody works in it"), DemoWords::tr("start it again"));
    }
    if (const auto signedIn = (*opened)->signIn(clinicians->first().id, demo::demoPassword()); !signedIn) {
        return tl::unexpected<base::Error>(signedIn.error());
    }
    return opened;
}

base::Result<std::unique_ptr<workflow::OpenPractice>> DemoFolder::openDemo() {
    return makeAfresh().and_then([&](const QString& path) {
        return demo::storyNowMs({}).and_then([&](qint64 now) {
            m_clock = std::make_unique<base::ShiftedClock>(m_real, now);
            return openAt(path);
        });
    });
}

base::Result<std::unique_ptr<workflow::OpenPractice>> DemoFolder::openStill() {
    return makeAfresh().and_then([&](const QString& path) {
        return demo::storyNowMs({}).and_then([&](qint64 now) {
            m_clock = std::make_unique<base::ManualClock>(now);
            return openAt(path);
        });
    });
}

} // namespace kairos::app
