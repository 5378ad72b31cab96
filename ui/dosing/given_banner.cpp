// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/given_banner.h"

#include "ui/dosing/dosing_controller.h"

#include "ui/shared/banner.h"

#include <QVBoxLayout>

namespace kairos::ui {

GivenBanner::GivenBanner(DosingController& controller, QWidget* parent)
    : QWidget(parent), m_controller(controller), m_banner(new Banner({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    connect(&controller, &DosingController::changed, this, &GivenBanner::reload);
    reload();
}

void GivenBanner::reload() {
    if (m_controller.trouble()) {
        return;
    }
    const auto& findings = m_controller.view().givenFindings;
    setVisible(!findings.isEmpty());
    if (findings.isEmpty()) {
        return;
    }
    auto level = base::FindingLevel::Information;
    QStringList words;
    QStringList sources;
    for (const base::Finding& finding : findings) {
        level = std::max(level, finding.level);
        words.append(finding.text);
        sources.append(
            QStringLiteral("%1 [%2]").arg(finding.source, base::confidenceMark(finding.confidence)));
    }
    sources.removeDuplicates();
    const BannerText text{level, tr("Other than ordered"), words.join(QLatin1Char('\n')),
                          tr("Basis: %1").arg(sources.join(QStringLiteral("; ")))};
    if (m_banner->bannerText() != text) {
        m_banner->setBannerText(text);
    }
}

} // namespace kairos::ui
