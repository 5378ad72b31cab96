// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/consent.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace kairos::ui {

/// The consents a patient gave: form and version, its dates, its state, and a way to withdraw one that holds.
class ConsentList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsentList)

public:
    explicit ConsentList(QWidget* parent = nullptr);

    /// `today` tells which ones have run out.
    void show(const QList<record::Consent>& consents, QDate today);

Q_SIGNALS:
    void withdrawRequested(const kairos::record::ConsentId& consent);

private:
    QWidget* makeRow(const record::Consent& consent, QDate today);

    QVBoxLayout* m_column;
};

} // namespace kairos::ui
