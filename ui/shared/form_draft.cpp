// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/form_draft.h"

#include "core/workflow/open_practice.h"

#include <QJsonDocument>

namespace kairos::ui {
namespace {

/// Well within the second that a crash may cost.
constexpr int kKeepMs = 700;

} // namespace

FormDraft::FormDraft(workflow::OpenPractice& practice, std::function<QJsonObject()> state, QObject* parent)
    : QObject(parent), m_practice(practice), m_state(std::move(state)) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kKeepMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (const auto done = keep(); !done) {
            Q_EMIT failed(done.error());
        }
    });
}

std::optional<LeftTyping> FormDraft::begin(const QString& form, const base::Uuid& subject) {
    m_rest.stop();
    const workflow::DraftDesk desk(m_practice);
    m_key = desk.keyOf(form, subject);
    m_base = m_state();
    m_isOpen = true;
    const auto found = desk.find(m_key);
    m_isStored = found && found->has_value();
    if (!m_isStored) {
        return {};
    }
    const QJsonObject json = QJsonDocument::fromJson((*found)->content).object();
    LeftTyping left{json.value(QLatin1String("typed")).toObject(),
                    base::Instant::inZone((*found)->savedMs, m_practice.zone()),
                    json.value(QLatin1String("base")).toObject() != m_base};
    return left.typed.isEmpty() ? std::nullopt : std::optional(std::move(left));
}

void FormDraft::touch() {
    // The first letter starts the clock and the next ones do not push it on: typing without a rest is kept
    // too.
    if (m_isOpen && !m_rest.isActive()) {
        m_rest.start();
    }
}

base::Outcome FormDraft::keep() {
    m_rest.stop();
    if (!m_isOpen || !m_practice.signedIn()) {
        return {};
    }
    workflow::DraftDesk desk(m_practice);
    const QJsonObject typed = m_state();
    if (typed == m_base) {
        if (m_isStored) {
            if (const auto dropped = desk.drop(m_key); !dropped) {
                return dropped;
            }
            m_isStored = false;
        }
        Q_EMIT settled();
        return {};
    }
    const QJsonObject json{{QStringLiteral("typed"), typed}, {QStringLiteral("base"), m_base}};
    const auto done = desk.keep(m_key, QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (done) {
        m_isStored = true;
        Q_EMIT kept();
    }
    return done;
}

base::Outcome FormDraft::leave() {
    return keep().map([this] { m_isOpen = false; });
}

void FormDraft::finish() {
    m_rest.stop();
    m_isOpen = false;
    m_isStored = false;
    Q_EMIT settled();
}

} // namespace kairos::ui
