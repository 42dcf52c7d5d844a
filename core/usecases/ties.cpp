#include <kith/usecases/ties.h>

#include <kith/base/text.h>
#include <kith/usecases/edit_rules.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith {

namespace {

/// Ties that lead from a to b, and from b to a.
std::vector<Row> tiesBetween(const Services& services, const Id& a, const Id& b)
{
    std::vector<Row> found;
    for (const auto& [mine, theirs] : {std::pair{tie::a, tie::b}, std::pair{tie::b, tie::a}})
        for (Row& row : edits::rowsOf(services.reader, Kind::Tie, static_cast<FieldIndex>(mine), a))
            if (services.reader.shownFor(idOf(edits::fieldOf(row, static_cast<FieldIndex>(theirs))))
                == services.reader.shownFor(b))
                found.push_back(std::move(row));
    return found;
}

TieKind kindOf(const Row& row)
{
    return static_cast<TieKind>(intOf(edits::fieldOf(row, tie::kind)));
}

Result<std::string> subjectOf(const Services& services, const Id& a, const Id& b)
{
    KITH_TRY(first, edits::findPerson(services.reader, a));
    KITH_TRY(second, edits::findPerson(services.reader, b));
    return fmt::format("{} and {}", textOf(edits::fieldOf(first, person::name)),
                       textOf(edits::fieldOf(second, person::name)));
}

}  // namespace

bool hasDirection(TieKind kind)
{
    return kind == TieKind::Referred || kind == TieKind::Manages || kind == TieKind::Introduced;
}

Result<ChangeSet> AddTie::run(const TieInput& input) const
{
    const auto shown = [&](const Id& person) { return services_.reader.shownFor(person); };
    if (shown(input.a) == shown(input.b))
        return fail(ErrorCode::BadInput, "A tie joins two different people; nothing was saved.");
    // Written so that a NaN is refused too.
    if (input.strength && !(*input.strength >= 0 && *input.strength <= 1))
        return fail(ErrorCode::BadInput, "The strength of a tie is a number from 0 to 1; nothing was saved.");
    if (input.since) KITH_CHECK(edits::checkDate(*input.since, "The date since when"));
    KITH_CHECK(edits::checkText(input.note, "The note"));
    KITH_TRY(subject, subjectOf(services_, input.a, input.b));

    const auto known = tiesBetween(services_, input.a, input.b);
    const auto same = std::ranges::find_if(known, [&](const Row& row) {
        return kindOf(row) == input.kind
            && (!hasDirection(input.kind) || shown(idOf(edits::fieldOf(row, tie::a))) == shown(input.a));
    });

    Edit edit = edits::typedEdit(services_, CommandKind::AddTie, std::move(subject));
    const bool fresh = same == known.end();
    RowEdit& row = edit.put(Kind::Tie, fresh ? services_.ids.make() : same->id);
    if (fresh) row.fields = {{tie::a, input.a}, {tie::b, input.b}, {tie::kind, enumValue(input.kind)}};
    if (input.strength) row.fields.emplace_back(tie::strength, *input.strength);
    if (input.since) row.fields.emplace_back(tie::since, dateValue(*input.since));
    if (!input.note.empty()) row.fields.emplace_back(tie::note, std::string{trim(toValidUtf8(input.note))});
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemoveTie::run(const Id& id) const
{
    KITH_TRY(row, edits::findRow(services_.reader, Kind::Tie, id, "tie"));
    const Id a = services_.reader.shownFor(idOf(edits::fieldOf(row, tie::a)));
    const Id b = services_.reader.shownFor(idOf(edits::fieldOf(row, tie::b)));
    KITH_TRY(subject, subjectOf(services_, a, b));
    Edit edit = edits::typedEdit(services_, CommandKind::RemoveTie, std::move(subject));
    edit.remove(Kind::Tie, id);
    // Of ties that several records of one person have to the same other, one is shown; they go together.
    for (const Row& twin : tiesBetween(services_, a, b)) {
        const bool sameWay =
            !hasDirection(kindOf(row)) || services_.reader.shownFor(idOf(edits::fieldOf(twin, tie::a))) == a;
        if (twin.id != id && kindOf(twin) == kindOf(row) && sameWay) edit.remove(Kind::Tie, twin.id);
    }
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemoveTie::run(const Id& a, const Id& b, std::optional<TieKind> kind) const
{
    KITH_TRY(subject, subjectOf(services_, a, b));
    Edit edit = edits::typedEdit(services_, CommandKind::RemoveTie, std::move(subject));
    for (const Row& row : tiesBetween(services_, a, b))
        if (!kind || kindOf(row) == *kind) edit.remove(Kind::Tie, row.id);
    if (edit.rows.empty()) return fail(ErrorCode::NotFound, "There is no such tie; nothing was changed.");
    return services_.writer.apply(edit);
}

}  // namespace kith
