// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kairos::ui {

class TextLabel;

/// The whole of the chosen row below its table: what is elided there stands here in full, with its source.
class RowDetail final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowDetail)

public:
    explicit RowDetail(QWidget* parent = nullptr);

    /// Empty parts take no room.
    void show(const QString& title, const QString& text, const QString& source);
    using QWidget::show;
    [[nodiscard]] QString text() const;

private:
    TextLabel* m_title;
    TextLabel* m_text;
    TextLabel* m_source;
};

} // namespace kairos::ui
