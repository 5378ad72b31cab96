// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/record/patient.h"
#include "core/record/rating.h"
#include "core/record/therapy_session.h"
#include "core/storage/practice_file.h"
#include "core/workflow/rating_query.h"

#include <optional>
#include <tuple>
#include <utility>

namespace kairos::workflow {

struct Catalog;

/// What the views of one patient ask for side by side: header, overview and trend each want all ratings and
/// sessions, and the same judgement of them. They are loaded, checked and judged once, and kept until the
/// journal grows or another patient is opened.
class PatientReads final {
public:
    /// The file outlives the reads.
    explicit PatientReads(storage::PracticeFile& file) : m_file(file) {}

    /// All of a patient's records of this kind by time: a Rating, DosingSession or TherapySession. A load
    /// that found damage is not kept, so that a restored file is believed at once. Storage.
    template <class Record>
    [[nodiscard]] base::Result<storage::Loaded<Record>> all(const record::PatientId& patient) {
        if (const auto turned = turnTo(patient); !turned) {
            return tl::unexpected<base::Error>(turned.error());
        }
        auto& kept = std::get<std::optional<storage::Loaded<Record>>>(m_kept);
        if (kept) {
            return *kept;
        }
        storage::RowFilter own;
        own.patient = patient;
        auto loaded = m_file.records().list<Record>(own);
        if (loaded && loaded->damaged.isEmpty()) {
            kept = *loaded;
        }
        return loaded;
    }

    /// What the judgement of a patient's ratings depends on besides the records.
    struct Judges {
        const Catalog* catalog = nullptr;
        QTimeZone zone;
        outcomes::TrendRules rules;

        bool operator==(const Judges&) const = default;
    };
    /// The ratings as these judged them; null when they have not, or since then the journal grew.
    [[nodiscard]] const PatientRatings* judged(const record::PatientId& patient, const Judges& judges) {
        const bool isKept = turnTo(patient).has_value() && m_judged && m_judged->first == judges;
        return isKept ? &m_judged->second : nullptr;
    }
    /// Keeps a judgement of the patient read last. One of records with damage is not kept.
    void keep(Judges judges, const PatientRatings& ratings) {
        const bool isWhole = std::get<std::optional<storage::Loaded<record::Rating>>>(m_kept) &&
                             std::get<std::optional<storage::Loaded<record::DosingSession>>>(m_kept);
        if (isWhole) {
            m_judged.emplace(std::move(judges), ratings);
        }
    }

    /// Nothing of a patient stays behind, e.g. while the window is locked.
    void forget() {
        m_judged.reset();
        m_patient.reset();
        m_head.reset();
        m_kept = {};
    }

private:
    /// Drops what is kept of another patient or of an earlier state of the file. Storage.
    [[nodiscard]] base::Outcome turnTo(const record::PatientId& patient) {
        return m_file.head().map([&](const storage::JournalHead& head) {
            if (m_patient != patient || m_head != head) {
                forget();
                m_patient = patient;
                m_head = head;
            }
        });
    }

    storage::PracticeFile& m_file;
    std::optional<record::PatientId> m_patient;
    std::optional<storage::JournalHead> m_head;
    std::tuple<std::optional<storage::Loaded<record::Rating>>,
               std::optional<storage::Loaded<record::DosingSession>>,
               std::optional<storage::Loaded<record::TherapySession>>>
        m_kept;
    std::optional<std::pair<Judges, PatientRatings>> m_judged;
};

} // namespace kairos::workflow
