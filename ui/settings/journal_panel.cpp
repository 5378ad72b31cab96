// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/journal_panel.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/text_label.h"

#include "core/base/check.h"
#include "core/workflow/open_practice.h"

#include <QDir>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kWhole = 100;

} // namespace

JournalPanel::JournalPanel(PageContext& context, QWidget* parent) : QWidget(parent), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    auto* card = new Card(tr("The record"), CardContent::Padded, this);
    card->setSubtitle(QDir::toNativeSeparators(context.practice.path()));
    card->body().addWidget(makeParagraph(
        tr("Every change is an entry of the journal, and every entry carries the hash of the one before. The "
           "check reads all of it and names the first entry that does not hold."),
        TextRole::Body, Token::Text2, card));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_quick =
        makeButton({.text = tr("Check the journal"), .kind = ButtonKind::Primary, .icon = Icon::Link}, card);
    m_deep = makeButton({.text = tr("Check every table too")}, card);
    row->addWidget(m_quick);
    row->addWidget(m_deep);
    row->addStretch(1);
    card->body().addLayout(row);
    m_progress = new ProgressLine(card);
    m_progress->setStoppable();
    card->body().addWidget(m_progress);
    m_result = new Banner({}, card);
    m_result->hide();
    card->body().addWidget(m_result);
    m_head = makeParagraph({}, TextRole::Caption, Token::Text2, card);
    m_head->hide();
    card->body().addWidget(m_head);
    column->addWidget(card);
    connect(m_quick, &QPushButton::clicked, this, [this] { check(workflow::CheckDepth::Journal); });
    connect(m_deep, &QPushButton::clicked, this, [this] { check(workflow::CheckDepth::Deep); });
    connect(m_progress, &ProgressLine::stopRequested, this, [this] {
        if (m_running) {
            m_running->cancel();
            m_running.reset();
            m_progress->finish();
            m_quick->setEnabled(true);
            m_deep->setEnabled(true);
        }
    });
}

JournalPanel::~JournalPanel() {
    if (m_running) {
        m_running->cancel();
    }
}

void JournalPanel::check(workflow::CheckDepth depth) {
    KAIROS_CHECK(m_context.background != nullptr);
    m_result->hide();
    m_head->hide();
    m_quick->setEnabled(false);
    m_deep->setEnabled(false);
    m_progress->start(tr("Reading the journal"));
    const QPointer<JournalPanel> self(this);
    m_running = m_context.background->run(
        *this,
        [check = workflow::JournalCheck(m_context.practice), depth, self](const CancelToken& token) {
            int last = -1;
            return check.run(depth, [self, token, last](double share) mutable {
                const int percent = static_cast<int>(share * kWhole);
                if (percent != last && !token.isCancelled()) {
                    last = percent;
                    // Told in the window's thread; a panel that is gone hears nothing.
                    QMetaObject::invokeMethod(
                        QCoreApplication::instance(),
                        [self, percent] {
                            if (!self.isNull()) {
                                self->m_progress->setProgress(percent, kWhole,
                                                              tr("Reading the journal, %1 %").arg(percent));
                            }
                        },
                        Qt::QueuedConnection);
                }
                return !token.isCancelled();
            });
        },
        [this](const base::Result<workflow::JournalReport>& report) { show(report); });
}

void JournalPanel::show(const base::Result<workflow::JournalReport>& report) {
    m_running.reset();
    m_progress->finish();
    m_quick->setEnabled(true);
    m_deep->setEnabled(true);
    m_result->show();
    if (!report) {
        m_result->setBannerText(bannerTextOf(report.error()));
        return;
    }
    m_head->setText(tr("Head: %1").arg(report->head));
    m_head->show();
    if (report->isOk()) {
        const QString when = timeText(m_context.practice.now(), m_context.practice.zone());
        m_result->setBannerText({base::FindingLevel::Information,
                                 tr("The record holds"),
                                 tr("Journal entries: %1. Read at %2.").arg(report->entries).arg(when),
                                 {}});
        return;
    }
    m_result->setBannerText({base::FindingLevel::Stop, tr("The record does not hold"),
                             report->findings.join(QLatin1Char('\n')),
                             tr("Keep this file as it is, and open the latest backup.")});
}

} // namespace kairos::ui
