// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

class QCheckBox;
class QVBoxLayout;

namespace kairos::ui {

class Banner;
class OwnWordsList;
class TextLabel;

/// By which of this PC's dictionaries the signed-in clinician's notes are read, and the own words. Each
/// choice is saved at once.
class SpellingPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpellingPanel)

public:
    explicit SpellingPanel(PageContext& context, QWidget* parent = nullptr);

    void refresh();
    /// One a language: those of this PC, then chosen ones that it lacks. The object's name is the language.
    [[nodiscard]] const QList<QCheckBox*>& languages() const { return m_languages; }
    [[nodiscard]] OwnWordsList& words() { return *m_words; }
    [[nodiscard]] const Banner& result() const { return *m_result; }

private:
    void addLanguage(const QString& language, const QString& title);
    void choose();

    PageContext& m_context;
    Banner* m_result;
    QVBoxLayout* m_choices = nullptr;
    QList<QCheckBox*> m_languages;
    TextLabel* m_none = nullptr;
    OwnWordsList* m_words = nullptr;
};

} // namespace kairos::ui
