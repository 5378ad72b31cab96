// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/practice.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kairos::ui {

class Banner;
class FormSection;
class NumberField;
class RhythmBoxes;
class TextLabel;
class ZoneBox;

/// The practice's own page: what prints on letterheads and what the program goes by.
class PracticePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticePanel)

public:
    explicit PracticePanel(PageContext& context, QWidget* parent = nullptr);

    /// Shows what is stored; what a person is typing stays.
    void refresh();

private:
    void build();
    void load(const record::Practice& practice);
    [[nodiscard]] record::Practice typed() const;
    void save();

    PageContext& m_context;
    record::Practice m_loaded;
    FormSection* m_form = nullptr;
    QLineEdit* m_name = nullptr;
    ZoneBox* m_zone = nullptr;
    QLineEdit* m_address = nullptr;
    QLineEdit* m_phone = nullptr;
    QPlainTextEdit* m_crisis = nullptr;
    NumberField* m_idle = nullptr;
    NumberField* m_reopen = nullptr;
    QLineEdit* m_order = nullptr;
    RhythmBoxes* m_rhythms = nullptr;
    QPushButton* m_save = nullptr;
    TextLabel* m_said = nullptr;
    Banner* m_trouble = nullptr;
};

} // namespace kairos::ui
