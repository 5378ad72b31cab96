// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/find_desk.h"

namespace kairos::ui {

using workflow::FindAnswer;

namespace {

constexpr int kPage = 25;

} // namespace

FindDesk::FindDesk(workflow::OpenPractice& practice, const std::optional<record::PatientId>& patient,
                   QObject* parent)
    : QObject(parent), m_practice(practice), m_patient(patient), m_wanted(kPage) {
    // Between two steps the window paints and takes keys.
    m_steps.setInterval(0);
    connect(&m_steps, &QTimer::timeout, this, &FindDesk::makeOn);
}

void FindDesk::find(const QString& words) {
    m_words = words;
    m_wanted = kPage;
    m_isMadeAnew = false;
    take(read());
}

void FindDesk::more() {
    m_wanted += kPage;
    take(read());
}

void FindDesk::reload() {
    take(read());
}

void FindDesk::resume() {
    if (m_state == State::Preparing) {
        m_steps.start();
    }
}

base::Result<FindAnswer> FindDesk::read() const {
    const workflow::FindQuery query(m_practice);
    FindAnswer all;
    for (int offset = 0; offset < m_wanted; offset += kPage) {
        auto page = query.find({m_words, m_patient, offset, kPage});
        if (!page) {
            return page;
        }
        all.state = page->state;
        all.records += page->records;
        all.damaged += page->damaged;
        all.hasMore = page->hasMore;
        if (!page->hasMore) {
            break;
        }
    }
    return all;
}

void FindDesk::take(const base::Result<FindAnswer>& answer) {
    if (!answer) {
        if (answer.error().code == base::ErrorCode::Damaged && !m_isMadeAnew) {
            m_isMadeAnew = true;
            beginMaking();
        } else {
            fail(answer.error());
        }
        return;
    }
    m_error.reset();
    m_steps.stop();
    switch (answer->state) {
    case FindAnswer::State::NotReady:
        beginMaking();
        return;
    case FindAnswer::State::NothingTyped:
        m_state = State::NothingTyped;
        break;
    case FindAnswer::State::TooShort:
        m_state = State::TooShort;
        break;
    case FindAnswer::State::Done:
        m_state = answer->records.isEmpty() ? State::Nothing : State::Found;
        break;
    }
    m_answer = *answer;
    Q_EMIT changed();
}

void FindDesk::beginMaking() {
    if (m_state != State::Preparing) {
        m_progress = 0;
    }
    m_state = State::Preparing;
    m_answer = {};
    m_steps.start();
    Q_EMIT changed();
}

void FindDesk::makeOn() {
    const auto done = workflow::FindQuery(m_practice).prepare();
    if (!done) {
        fail(done.error());
        return;
    }
    m_progress = *done;
    if (m_progress >= 1.0) {
        m_steps.stop();
        take(read());
        return;
    }
    Q_EMIT changed();
}

void FindDesk::fail(const base::Error& error) {
    m_steps.stop();
    m_state = State::Failed;
    m_answer = {};
    m_error = error;
    Q_EMIT changed();
}

} // namespace kairos::ui
