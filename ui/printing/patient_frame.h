// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/session_summary.h"
#include "ui/printing/block.h"
#include "ui/printing/paper.h"

#include <QCoreApplication>

namespace kairos::ui {

/// What every printed page about a patient carries: whose it is, where it comes from, and how it stands.
class PatientFrame final {
    Q_DECLARE_TR_FUNCTIONS(PatientFrame)

public:
    /// Which facts of the patient stand in the head.
    enum class Facts { WithWeight, WithoutWeight };

    PatientFrame(const reports::PageIdentity& identity, QString leftOut, PaperSize paper)
        : m_identity(identity), m_leftOut(std::move(leftOut)), m_paper(paper) {}

    /// The room between the margins and above the foot, in points.
    [[nodiscard]] QRectF content() const;
    /// Title, subtitle and practice, with the patient's facts under them.
    [[nodiscard]] Block head(const QString& title, const QString& subtitle,
                             Facts facts = Facts::WithoutWeight) const;
    /// Patient, page x of y, fingerprint, print time and what was left out; `index` counts from 0.
    void paintFoot(PagePen& pen, int index, int pages) const;
    /// The diagonal word of an unsigned page; nothing on a signed one.
    void paintDraft(PagePen& pen) const;

private:
    [[nodiscard]] Block facts(Facts facts) const;

    reports::PageIdentity m_identity;
    QString m_leftOut;
    PaperSize m_paper;
};

} // namespace kairos::ui
