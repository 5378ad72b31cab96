// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"
#include "tests/support/scan_samples.h"

#include "ui/documents/document_list_pane.h"
#include "ui/documents/documents_tab.h"
#include "ui/documents/letter_form.h"
#include "ui/documents/scan_view.h"
#include "ui/shared/background.h"

#include "core/workflow/document_care.h"
#include "core/workflow/document_query.h"

#include <QFile>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

namespace kairos::test {

/// The documents of Elena Marsh on the screen.
struct DocumentsStage {
    PageStage stage;
    ui::Background background;
    ui::PageContext context = withBackground();
    std::unique_ptr<ui::DocumentsTab> tab;

    /// Makes the tab, and shows it.
    void open(QSize size = {1290, 654}) {
        tab = std::make_unique<ui::DocumentsTab>(stage.patient(), context);
        REQUIRE(present(*tab, size));
        tab->list().setFocus();
    }
    ui::PageContext withBackground() {
        ui::PageContext made = stage.context();
        made.background = &background;
        return made;
    }
    workflow::DocumentCare care() { return workflow::DocumentCare(stage.practice()); }
    QList<record::Document> documents() {
        return support::required(workflow::DocumentQuery(stage.practice()).ofPatient(stage.patient()))
            .documents;
    }
    record::Document wanted(const QString& title) const {
        record::Document document;
        document.patient = stage.patient();
        document.kind = record::DocumentKind::Report;
        document.title = title;
        document.dated = QDate(2026, 10, 30);
        return document;
    }
    record::DocumentId addScan(const QByteArray& bytes,
                               const QString& title = QStringLiteral("Discharge report")) {
        const auto file = support::required(
            workflow::ScanFile::of(bytes, QStringLiteral("scan.pdf"), workflow::DocumentCare::limits()));
        return support::required(care().addScan(wanted(title), file));
    }
    QString write(const QString& name, const QByteArray& bytes) {
        const QString path = stage.fixture().folder() + QLatin1Char('/') + name;
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return path;
    }
    /// Ctrl+O, and this file is chosen; waits until it was read.
    void choose(const QString& path) {
        stage.files().chooseNext(path);
        QSignalSpy settled(&tab->list(), &ui::DocumentListPane::fileSettled);
        Keyboard::ctrl(Qt::Key_O);
        REQUIRE(QTest::qWaitFor([&] { return !settled.isEmpty(); }, 10'000));
    }
    /// Into KAIROS_PICTURES, where that is set.
    void picture(const QString& name) const {
        if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
            tab->grab().save(qEnvironmentVariable("KAIROS_PICTURES") + QLatin1Char('/') + name +
                             QStringLiteral(".png"));
        }
    }
    /// Opens the chosen row by Enter and waits until it is drawn, or it was said why not.
    void openRow() {
        QSignalSpy settled(&tab->scan(), &ui::ScanView::settled);
        Keyboard::press(Qt::Key_Return);
        REQUIRE(tab->shown() == &tab->scan());
        REQUIRE(QTest::qWaitFor([&] { return !settled.isEmpty(); }, 20'000));
    }
    void nextPage(Qt::Key key) {
        QSignalSpy settled(&tab->scan(), &ui::ScanView::settled);
        Keyboard::press(key);
        REQUIRE(QTest::qWaitFor([&] { return !settled.isEmpty(); }, 20'000));
    }
};

} // namespace kairos::test
