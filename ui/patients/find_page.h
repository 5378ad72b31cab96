// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class Banner;
class EmptyState;
class FindDesk;
class FoundModel;
class PageHead;
class ProgressLine;
class SearchField;
class Segments;
class TableView;
class TextLabel;

/// Looks for words in all that was written about patients, over the practice or in one chart, and opens what
/// it finds at the passage. Down goes from the field into the list, Escape back to the field and then back.
class FindPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindPage)

public:
    FindPage(const FindPlace& place, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    /// Without a part: to the field, its words chosen, so that typing begins a new search.
    void showPart(const QString& part) override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] SearchField& search() { return *m_search; }
    [[nodiscard]] TableView& table() { return *m_table; }
    [[nodiscard]] FindDesk& desk() { return *m_desk; }
    /// Where to search; hidden while it is the practice.
    [[nodiscard]] Segments& scope() { return *m_scope; }
    [[nodiscard]] QPushButton& moreButton() { return *m_more; }
    [[nodiscard]] EmptyState& nothing() { return *m_empty; }
    [[nodiscard]] ProgressLine& progress() { return *m_progress; }
    [[nodiscard]] Banner& trouble() { return *m_trouble; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    /// Escape leads to the field from wherever it has no other meaning.
    void keyPressEvent(QKeyEvent* event) override;
    /// Up from the first row and Escape lead from the list to the field.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildHead(QVBoxLayout& column);
    void buildList();
    void connectParts();
    void showAnswer();
    void showRows();
    void showTrouble();
    void showEmpty();
    void showProgress();
    void setEmptyAction(const QString& text);
    void goToField();
    void goToList();
    void searchAll();
    void openRow(int row);

    FindPlace m_place;
    PageContext m_context;
    FindDesk* m_desk;
    PageHead* m_head = nullptr;
    SearchField* m_search = nullptr;
    Segments* m_scope = nullptr;
    Banner* m_trouble = nullptr;
    ProgressLine* m_progress = nullptr;
    QStackedLayout* m_stack = nullptr;
    QWidget* m_listCard = nullptr;
    FoundModel* m_model = nullptr;
    TableView* m_table = nullptr;
    TextLabel* m_count = nullptr;
    QPushButton* m_more = nullptr;
    QWidget* m_emptyHolder = nullptr;
    EmptyState* m_empty = nullptr;
    QString m_shownWords; ///< whose hits are listed
};

} // namespace kairos::ui
