// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/demo/demo_practice.h"
#include "core/storage/practice_file.h"
#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace kairos::tests {

inline const workflow::Catalog& catalog() {
    static const auto kCatalog = workflow::Catalog::builtIn();
    return kCatalog;
}

inline demo::DemoRequest requestAt(const QString& path, quint64 seed = 1) {
    demo::DemoRequest request;
    request.path = path;
    request.passphrase = demo::demoPassword();
    request.seed = seed;
    request.practiceCost = security::KeyCost::cheap();
    return request;
}

/// The demo practice, open at the story's now.
struct OpenDemo {
    QTemporaryDir folder;
    base::ManualClock clock{*demo::storyNowMs({})};
    base::SeededRandom random{7};
    workflow::Environment environment{
        clock, random, catalog(), security::KeyCost::cheap(), security::KeyCost::cheap(), {}};
    std::unique_ptr<workflow::OpenPractice> practice;

    OpenDemo() {
        const QString path = folder.filePath(QStringLiteral("demo.kairos"));
        const auto made = demo::makeDemo(requestAt(path), catalog());
        INFO((made ? std::string() : made.error().sentence().toStdString()));
        REQUIRE(made.has_value());
        auto opened = workflow::OpenPractice::open(path, demo::demoPassword(), environment);
        REQUIRE(opened.has_value());
        practice = std::move(*opened);
    }

    record::PatientId patient(const QString& mrn) {
        const auto found = practice->file().search().byMrn(mrn);
        REQUIRE(found.has_value());
        REQUIRE(found->has_value());
        return **found;
    }
};

} // namespace kairos::tests
