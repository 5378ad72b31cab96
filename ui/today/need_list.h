// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/need_words.h"

#include "ui/shared/row_model.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace kairos::ui {

/// What needs a person, one row each, most urgent first.
class NeedModel final : public RowModel<NeedLine> {
    Q_OBJECT

public:
    explicit NeedModel(QObject* parent = nullptr);

protected:
    /// Title, detail and state: what a screen reader reads.
    [[nodiscard]] QString display(const NeedLine& line, int column) const override;
};

/// Draws sign, title, chip and the wrapped detail of a need.
class NeedDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit NeedDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The list itself: arrows walk, Enter or a click opens.
class NeedList final : public QListView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NeedList)

public:
    explicit NeedList(QWidget* parent = nullptr);

    [[nodiscard]] NeedModel& needs() { return *m_model; }

Q_SIGNALS:
    void needOpened(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    NeedModel* m_model;
};

} // namespace kairos::ui
