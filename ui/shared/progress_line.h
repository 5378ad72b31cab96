// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace kairos::ui {

class TextLabel;

/// A thin bar with its words below: count, total, seconds left. Work shorter than 0.3 seconds shows nothing.
class ProgressLine final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressLine)

public:
    explicit ProgressLine(QWidget* parent = nullptr);

    /// Begins: the line appears after 0.3 seconds, if the work still runs.
    void start(const QString& words);
    /// `total` 0 means that it is not known.
    void setProgress(int done, int total, const QString& words);
    void finish();
    /// Shows a Stop button that asks for an end by stopRequested().
    void setStoppable();
    /// Shows the line at once, e.g. where it belongs to the page.
    void showNow();

Q_SIGNALS:
    void stopRequested();

private:
    QProgressBar* m_bar;
    TextLabel* m_words;
    QPushButton* m_stop;
    QTimer m_delay;
};

} // namespace kairos::ui
