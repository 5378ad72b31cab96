// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include "core/workflow/rating_query.h"

#include <QStringList>
#include <QWidget>

class QActionGroup;
class QComboBox;
class QHBoxLayout;
class QMenu;
class QPushButton;

namespace kairos::ui {

class Segments;
class TextLabel;

/// The row above the ratings: what is shown, of which instruments, on which axis, and where it may go.
class TrendTools final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrendTools)

public:
    enum View { One, Compare, Expected, List };
    enum Scale { OwnScales, PercentOfBaseline };

    explicit TrendTools(QWidget* parent = nullptr);

    /// The instruments there are, the main one first. Former choices are kept where they still exist.
    void setSeries(const QList<workflow::RatingSeries>& series);
    [[nodiscard]] View view() const;
    void setView(View view);
    [[nodiscard]] bool isByDays() const;
    /// The instrument of the views One and Expected; empty without any.
    [[nodiscard]] QString instrument() const;
    /// The instruments of the view Compare, in the order of the series.
    [[nodiscard]] QStringList compared() const;
    [[nodiscard]] ThemeId exportTheme() const { return m_theme; }
    /// Without a rating there is nothing to choose.
    void setEmpty(bool isEmpty);
    void openExportMenu();

Q_SIGNALS:
    void viewChosen();
    void seriesChosen();
    void axisChosen();
    void exportWanted(const QString& ending);
    void newWanted();

private:
    void makeExportMenu();
    void fillCompare(const QList<workflow::RatingSeries>& series);
    void compareChanged();
    void showControls();

    Segments* m_view;
    QComboBox* m_instrument;
    QPushButton* m_compare;
    QMenu* m_compareMenu;
    TextLabel* m_axisLabel;
    Segments* m_axis;
    QPushButton* m_export;
    QMenu* m_exportMenu;
    ThemeId m_theme = ThemeId::Print;
    bool m_isEmpty = true;
    bool m_wasFilled = false; ///< the first filling chooses the instruments to compare
};

} // namespace kairos::ui
