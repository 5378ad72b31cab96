// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/patients/find_desk.h"
#include "ui/patients/find_page.h"

#include "ui/shared/banner.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/roles.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "core/record/records.h"
#include "core/storage/connection.h"
#include "core/storage/practice_file.h"
#include "core/workflow/writing_door.h"

#include <QApplication>
#include <QPushButton>

namespace kairos::test {

/// Elena Marsh with an integration session, and the page that searches what is written about her and others.
class FindStage final : public Keyboard {
public:
    FindStage() {
        session.id = practice().ids().next<record::SessionId>();
        session.patient = elena();
        session.type = record::TherapyType::Integration;
        session.number = 3;
        session.state = record::SessionState::Held;
        session.booked = {QDate(2026, 10, 20), QTime(9, 0), practice().practice().zone};
        session.startedAt = m_stage.fixture().at(QDate(2026, 10, 20), QTime(9, 0));
        save(session);
    }

    [[nodiscard]] PageStage& stage() { return m_stage; }
    [[nodiscard]] workflow::OpenPractice& practice() { return m_stage.practice(); }
    [[nodiscard]] const record::PatientId& elena() const { return m_stage.patient(); }
    [[nodiscard]] ui::ThemeManager& themes() { return m_themes; }

    template <class Record>
    void save(const Record& value) {
        support::required(
            workflow::WritingDoor(practice()).save({{record::Action::Created, value, QString()}}));
    }
    /// An assessment in the note of the session.
    record::Note note(const QString& text) {
        record::Note note;
        note.id = practice().ids().next<record::NoteId>();
        note.session = session.id;
        note.patient = elena();
        note.author = m_stage.fixture().clinician();
        note.writtenAt = m_stage.fixture().at(QDate(2026, 10, 20), QTime(10, 0));
        note.format = record::NoteFormat::Dap;
        note.sections = {{QStringLiteral("assessment"), text}};
        save(note);
        return note;
    }
    /// What another program does to the file behind the practice's back.
    void tamper(const char* sql) {
        const auto& key = practice().file().key();
        storage::Connection other(m_stage.fixture().path(), storage::OpenMode::Write, &key);
        other.execute(sql);
    }
    /// The same to a file that is opened afterwards.
    void damage(const char* sql) {
        m_page.reset();
        tamper(sql);
        m_stage.fixture().reopen();
    }

    ui::FindPage& open(const ui::FindPlace& place = {}) {
        m_page.reset();
        m_page = std::make_unique<ui::FindPage>(place, m_stage.context());
        if (!present(*m_page, QSize(1290, 700))) {
            throw std::runtime_error("the page did not become active");
        }
        m_page->setFocus(Qt::OtherFocusReason); // as the window does when it shows a page
        return *m_page;
    }
    [[nodiscard]] ui::FindPage& page() { return *m_page; }
    [[nodiscard]] ui::FindDesk::State state() { return m_page->desk().state(); }
    [[nodiscard]] int rows() { return m_page->table().model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) {
        return m_page->table().model()->index(row, column).data().toString();
    }
    /// Types other words and lets them rest.
    void search(const QString& words) {
        m_page->search().setFocus();
        m_page->search().selectAll();
        type(words);
        if (!QTest::qWaitFor([&] { return m_page->desk().words() == words; }, 3000)) {
            throw std::runtime_error("the words were not looked for");
        }
    }

    record::TherapySession session;

private:
    ui::ThemeManager m_themes{*qApp};
    PageStage m_stage;
    std::unique_ptr<ui::FindPage> m_page;
};

} // namespace kairos::test
