// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/page_stage.h"

namespace kairos::test {

bool present(QWidget& page, QSize size) {
    page.resize(size);
    page.show();
    page.activateWindow();
    return QTest::qWaitForWindowActive(&page);
}

RecordingNavigator::RecordingNavigator() = default;
RecordingNavigator::~RecordingNavigator() = default;

void RecordingNavigator::open(const ui::Place& place) {
    m_opened.append(place);
}

void RecordingNavigator::replace(const ui::Place& place) {
    m_opened.append(place);
}

bool RecordingNavigator::canOpen(const ui::Place& place) const {
    Q_UNUSED(place)
    return true;
}

RecordingUndo::RecordingUndo() = default;
RecordingUndo::~RecordingUndo() = default;

void RecordingUndo::offerUndo(ui::UndoOffer offer) {
    m_offers.append(std::move(offer));
}

PageStage::PageStage() : m_patient(m_fixture.addElena()) {}
PageStage::~PageStage() = default;

ui::PageContext PageStage::context() {
    return {m_fixture.practice(), m_navigator, m_questions, m_files, nullptr, nullptr, &m_undo};
}

} // namespace kairos::test
