// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trend_tools.h"

#include "ui/trends/trend_stack.h"

#include "ui/shared/buttons.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace kairos::ui {

TrendTools::TrendTools(QWidget* parent)
    : QWidget(parent),
      m_view(new Segments(tr("View"), {tr("One"), tr("Compare"), tr("Expected"), tr("Table")}, this)),
      m_instrument(new QComboBox(this)),
      m_compare(makeButton({tr("Instruments")}, this)),
      m_compareMenu(new QMenu(m_compare)),
      m_axisLabel(new TextLabel(tr("Axis"), TextRole::Body, Token::Text2, this)),
      m_axis(new Segments(tr("Axis"), {tr("dates"), tr("days since dose 1")}, this)),
      m_export(makeButton({tr("Export"), ButtonKind::Secondary, Icon::Doc}, this)),
      m_exportMenu(new QMenu(m_export)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    m_instrument->setAccessibleName(tr("Instrument"));
    m_instrument->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_compare->setMenu(m_compareMenu);
    m_export->setToolTip(tr("Write the chart into a file"));
    setButtonKeyCap(*m_export, QKeySequence(Qt::CTRL | Qt::Key_E));
    auto* add = makeButton(
        {tr("New rating"), ButtonKind::Primary, Icon::Plus, QKeySequence(QKeySequence::New)}, this);
    for (QWidget* widget : {static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_instrument),
                            static_cast<QWidget*>(m_compare)}) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    for (QWidget* widget : {static_cast<QWidget*>(m_axisLabel), static_cast<QWidget*>(m_axis),
                            static_cast<QWidget*>(m_export), static_cast<QWidget*>(add)}) {
        row->addWidget(widget);
    }
    makeExportMenu();
    connect(m_view, &Segments::chosen, this, [this] {
        showControls();
        Q_EMIT viewChosen();
    });
    connect(m_instrument, &QComboBox::activated, this, &TrendTools::seriesChosen);
    connect(m_axis, &Segments::chosen, this, &TrendTools::axisChosen);
    connect(add, &QPushButton::clicked, this, &TrendTools::newWanted);
    showControls();
}

void TrendTools::makeExportMenu() {
    for (const char* ending : {"png", "svg", "pdf"}) {
        const QString suffix = QString::fromLatin1(ending);
        m_exportMenu->addAction(tr("As %1", "a kind of file").arg(suffix.toUpper()), this,
                                [this, suffix] { Q_EMIT exportWanted(suffix); });
    }
    m_exportMenu->addSeparator();
    struct Look {
        ThemeId theme;
        QString name;
    };
    auto* looks = new QActionGroup(this);
    for (const Look& look :
         {Look{ThemeId::Print, tr("Black and white")}, Look{ThemeId::Light, tr("Light colours")},
          Look{ThemeId::Dark, tr("Dark colours")}}) {
        QAction* action = m_exportMenu->addAction(look.name);
        action->setCheckable(true);
        action->setChecked(look.theme == m_theme);
        looks->addAction(action);
        connect(action, &QAction::triggered, this, [this, theme = look.theme] {
            m_theme = theme;
            openExportMenu(); // The look is chosen on the way to a file.
        });
    }
    m_export->setMenu(m_exportMenu);
}

void TrendTools::openExportMenu() {
    if (m_export->isEnabled()) {
        m_exportMenu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
    }
}

void TrendTools::setSeries(const QList<workflow::RatingSeries>& series) {
    const QSignalBlocker quiet(this);
    const QString before = instrument();
    m_instrument->clear();
    for (const workflow::RatingSeries& each : series) {
        const auto count = each.ratings.size();
        const QString text = count == 1 ? tr("%1, 1 rating").arg(each.instrument->shortTitle)
                                        : tr("%1, %2 ratings").arg(each.instrument->shortTitle).arg(count);
        m_instrument->addItem(text, each.instrument->id);
    }
    m_instrument->setCurrentIndex(series.isEmpty() ? -1 : std::max(0, m_instrument->findData(before)));
    fillCompare(series);
}

void TrendTools::fillCompare(const QList<workflow::RatingSeries>& series) {
    const QStringList before = compared();
    m_compareMenu->clear();
    int chosen = 0;
    for (const workflow::RatingSeries& each : series) {
        if (each.trend.points.isEmpty()) {
            continue;
        }
        QAction* action = m_compareMenu->addAction(each.instrument->shortTitle);
        action->setData(each.instrument->id);
        action->setCheckable(true);
        const bool isWanted =
            m_wasFilled ? before.contains(each.instrument->id) : chosen < TrendStack::kMost - 1;
        action->setChecked(isWanted && chosen < TrendStack::kMost);
        chosen += action->isChecked() ? 1 : 0;
        connect(action, &QAction::toggled, this, &TrendTools::compareChanged);
    }
    m_wasFilled = m_wasFilled || !m_compareMenu->isEmpty();
    compareChanged();
}

void TrendTools::compareChanged() {
    const auto actions = m_compareMenu->actions();
    const auto chosen = compared().size();
    for (QAction* action : actions) {
        // At least one is shown and at most as many as can be told apart.
        action->setEnabled(action->isChecked() ? chosen > 1 : chosen < TrendStack::kMost);
    }
    m_compare->setText(tr("Instruments: %1 of %2").arg(chosen).arg(actions.size()));
    Q_EMIT seriesChosen();
}

QStringList TrendTools::compared() const {
    QStringList ids;
    const auto actions = m_compareMenu->actions();
    for (const QAction* action : actions) {
        if (action->isChecked()) {
            ids.append(action->data().toString());
        }
    }
    return ids;
}

TrendTools::View TrendTools::view() const {
    return static_cast<View>(std::max(0, m_view->current()));
}

void TrendTools::setView(View view) {
    m_view->setCurrent(view);
    showControls();
}

bool TrendTools::isByDays() const {
    return m_axis->current() == 1;
}

QString TrendTools::instrument() const {
    return m_instrument->currentData().toString();
}

void TrendTools::setEmpty(bool isEmpty) {
    m_isEmpty = isEmpty;
    showControls();
}

void TrendTools::showControls() {
    const bool isCompare = view() == Compare;
    const bool isChart = view() != List;
    m_view->setEnabled(!m_isEmpty);
    // What goes, goes first: both at once would widen the window for good. The table shows every rating of
    // every instrument by its date: there is nothing to choose.
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_instrument, m_compare, m_axisLabel, m_axis, m_export}) {
        widget->hide();
    }
    m_instrument->setVisible(isChart && !isCompare);
    m_compare->setVisible(isCompare);
    m_axisLabel->setVisible(isChart);
    m_axis->setVisible(isChart);
    m_export->setVisible(isChart);
    m_instrument->setEnabled(!m_isEmpty);
    m_axis->setEnabled(!m_isEmpty);
    m_export->setEnabled(isChart && !m_isEmpty);
}

} // namespace kairos::ui
