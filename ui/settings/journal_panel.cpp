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

#include <optional>
#include <utility>

namespace kairos::ui {
namespace {

constexpr int kWhole = 100;
/// What does not hold is named so far; the command line names all of it.
constexpr qsizetype kMostNamed = 20;

/// What a person sees of the progress: which part, and its whole percents.
using Shown = std::pair<workflow::CheckProgress::Part, int>;

Shown shownOf(const workflow::CheckProgress& progress) {
    return {progress.part, static_cast<int>(progress.share * kWhole)};
}

} // namespace

JournalPanel::JournalPanel(PageContext& context, QWidget* parent) : QWidget(parent), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    auto* card = new Card(tr("The record"), CardContent::Padded, this);
    card->setSubtitle(QDir::toNativeSeparators(context.practice.path()));
    card->body().addWidget(makeParagraph(
        tr("Every change is an entry of the journal, and every entry carries the hash of the one before. The "
           "check reads all of it and names the first entry that does not hold. In depth it rebuilds every "
           "table "
           "from the journal, and holds each signature against what it stands under."),
        TextRole::Body, Token::Text2, card));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_quick =
        makeButton({.text = tr("Check the journal"), .kind = ButtonKind::Primary, .icon = Icon::Link}, card);
    m_deep = makeButton({.text = tr("Check every table and signature too")}, card);
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
    connect(m_progress, &ProgressLine::stopRequested, this, &JournalPanel::stop);
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
        [check = workflow::PracticeCheck(m_context.practice), depth, self](const CancelToken& token) {
            std::optional<Shown> last;
            return check.run(depth, [self, token, last](const workflow::CheckProgress& progress) mutable {
                const Shown now = shownOf(progress);
                if (last != now && !token.isCancelled()) {
                    last = now;
                    // Told in the window's thread; a panel that is gone hears nothing, and one that was told
                    // to stop shows nothing.
                    QMetaObject::invokeMethod(
                        QCoreApplication::instance(),
                        [self, token, progress] {
                            if (!self.isNull() && !token.isCancelled()) {
                                self->showProgress(progress);
                            }
                        },
                        Qt::QueuedConnection);
                }
                return !token.isCancelled();
            });
        },
        [this](const base::Result<workflow::PracticeReport>& report) { show(report); });
}

void JournalPanel::stop() {
    if (m_running) {
        m_running->cancel();
        m_running.reset();
        m_progress->finish();
        m_quick->setEnabled(true);
        m_deep->setEnabled(true);
    }
}

void JournalPanel::showProgress(const workflow::CheckProgress& progress) {
    const auto [part, percent] = shownOf(progress);
    m_progress->setProgress(percent, kWhole,
                            part == workflow::CheckProgress::Part::File
                                ? tr("Reading the journal, %1 %").arg(percent)
                                : tr("Reading what is signed, %1 %").arg(percent));
}

QString JournalPanel::linesOf(const workflow::PracticeReport& report) {
    QStringList lines = report.sentences();
    if (const qsizetype further = lines.size() - kMostNamed; further > 0) {
        lines = lines.mid(0, kMostNamed);
        lines.append(tr("Further ones: %1").arg(further));
    }
    return lines.join(QLatin1Char('\n'));
}

void JournalPanel::show(const base::Result<workflow::PracticeReport>& report) {
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
    m_result->setBannerText({base::FindingLevel::Stop, tr("The record does not hold"), linesOf(*report),
                             report->unfit.isEmpty()
                                 ? tr("Keep this file as it is, and open the latest backup.")
                                 : tr("Keep this file as it is: its history shows what was signed.")});
}

} // namespace kairos::ui
