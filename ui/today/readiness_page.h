// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/gate_check.h"
#include "core/workflow/readiness.h"

#include <QTimer>

class QLineEdit;
class QVBoxLayout;

namespace kairos::ui {

class Banner;
class Card;
class EmptyState;
class Field;
class PageHead;
class ReadinessModel;
class TableView;
class TextLabel;

/// Tomorrow: one row a booked dose, with what is ready and what is missing. What is said in the call is
/// entered here; everything else opens where it is settled.
class ReadinessPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadinessPage)

public:
    ReadinessPage(const TomorrowPlace& place, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;
    [[nodiscard]] QDate day() const { return m_board.day; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead(QVBoxLayout& column);
    void buildBoard(QVBoxLayout& column);
    void buildCall(QVBoxLayout& column);
    void step(int days);
    void showBoard();
    void showCell();
    void openCell();
    bool takeKey(int key);
    void say(record::GateAnswer answer);
    void keepDraft();
    [[nodiscard]] const workflow::ReadinessRow* currentRow() const;
    [[nodiscard]] const workflow::ReadinessCell* currentCell() const;
    [[nodiscard]] QString draftOf(const workflow::ReadinessRow& row, const QString& criterion) const;

    PageContext m_context;
    QTimer m_keep;
    workflow::ReadinessBoard m_board;
    PageHead* m_head = nullptr;
    Banner* m_trouble = nullptr;
    Card* m_card = nullptr;
    EmptyState* m_empty = nullptr;
    ReadinessModel* m_model = nullptr;
    TableView* m_table = nullptr;
    Card* m_detail = nullptr;
    TextLabel* m_state = nullptr;
    TextLabel* m_words = nullptr;
    QLineEdit* m_said = nullptr;
    Field* m_field = nullptr;
    QWidget* m_call = nullptr;
};

} // namespace kairos::ui
