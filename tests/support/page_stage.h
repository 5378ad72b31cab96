// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"
#include "tests/support/scripted_questions.h"

#include "ui/shared/page.h"

#include <QTest>

namespace kairos::test {

/// Shown and active, so that its keys work. The offscreen platform has no real window.
bool present(QWidget& page, QSize size);

/// Remembers where a page wanted to go.
class RecordingNavigator final : public ui::Navigator {
public:
    RecordingNavigator();
    ~RecordingNavigator() override;
    Q_DISABLE_COPY_MOVE(RecordingNavigator)

    void open(const ui::Place& place) override;
    void replace(const ui::Place& place) override;
    void goBack() override { ++m_backs; }
    [[nodiscard]] bool canOpen(const ui::Place& place) const override;
    [[nodiscard]] const QList<ui::Place>& opened() const { return m_opened; }
    [[nodiscard]] int backs() const { return m_backs; }

private:
    QList<ui::Place> m_opened;
    int m_backs = 0;
};

/// Keeps what could be taken back.
class RecordingUndo final : public ui::UndoDesk {
public:
    RecordingUndo();
    ~RecordingUndo() override;
    Q_DISABLE_COPY_MOVE(RecordingUndo)

    void offerUndo(ui::UndoOffer offer) override;
    [[nodiscard]] const QList<ui::UndoOffer>& offers() const { return m_offers; }

private:
    QList<ui::UndoOffer> m_offers;
};

/// A practice with all that a page is given, and Elena Marsh in it.
class PageStage final {
public:
    PageStage();
    ~PageStage();
    Q_DISABLE_COPY_MOVE(PageStage)

    [[nodiscard]] support::OpenPracticeFixture& fixture() { return m_fixture; }
    [[nodiscard]] workflow::OpenPractice& practice() { return m_fixture.practice(); }
    [[nodiscard]] RecordingNavigator& navigator() { return m_navigator; }
    [[nodiscard]] ScriptedQuestions& questions() { return m_questions; }
    [[nodiscard]] ScriptedFileDialogs& files() { return m_files; }
    [[nodiscard]] RecordingUndo& undo() { return m_undo; }
    [[nodiscard]] const record::PatientId& patient() const { return m_patient; }
    [[nodiscard]] ui::PageContext context();

private:
    support::OpenPracticeFixture m_fixture;
    RecordingNavigator m_navigator;
    ScriptedQuestions m_questions;
    ScriptedFileDialogs m_files;
    RecordingUndo m_undo;
    record::PatientId m_patient;
};

} // namespace kairos::test
