package io.poseidon.workbench.policy.decide.scope;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is known about functions, by allow-lists: a function that stands in none of them is refused. Every function
/// of the first three depends on its arguments alone.
public final class Functions {

    /// May be used on dimensions, evaluated on the declared domain: none of them can raise on one value only except
    /// by overflow, which the domain shows to everybody alike.
    private static final Set<String> DIMENSIONAL = words("""
        + - * / // % || ~~ !~~ ~~* !~~* ~~~ like_escape not_like_escape ilike_escape not_ilike_escape
        lower upper lcase ucase trim ltrim rtrim substr substring left right concat concat_ws prefix starts_with
        suffix ends_with contains nullif if ifnull coalesce abs least greatest
        year month quarter day week dayofweek isodow dayofmonth dayofyear date_part datepart date_trunc datetrunc
        """);

    private static final Set<String> SCALAR = words("""
        ! & ** ^ ^@ | ~ << >> @ && @> <@ -> ->> <-> xor
        !~~ not_like_escape not_ilike_escape regexp_extract regexp_extract_all regexp_full_match regexp_matches
        regexp_replace regexp_escape regexp_split_to_array
        abs acos acosh add asin asinh atan atan2 atanh bit_count cbrt ceil ceiling cos cosh cot degrees divide even
        exp factorial floor fdiv fmod gamma gcd greatest_common_divisor lcm least_common_multiple isfinite isinf
        isnan lgamma ln log log10 log2 mod multiply nextafter pi pow power radians round round_even roundbankers
        sign signbit sin sinh sqrt subtract tan tanh trunc geomean geometric_mean equi_width_bins width_bucket
        greatest least nullif if ifnull coalesce constant_or_null
        array_to_string ascii bar base64 bin bit_length char_length character_length chr contains
        damerau_levenshtein editdist3 ends_with format formatreadabledecimalsize formatreadablesize format_bytes
        from_base64 from_hex hamming hash hex instr jaccard jaro_similarity jaro_winkler_similarity left
        left_grapheme len length length_grapheme levenshtein lpad md5 mismatches nfc_normalize octet_length ord
        overlay position printf repeat replace reverse right right_grapheme rpad sha1 sha256 split split_part
        str_split str_split_regex string_split string_split_regex string_to_array strip_accents strlen strpos
        substring_grapheme suffix to_base to_base64 to_binary to_hex translate unbin unhex unicode upper
        url_decode url_encode encode decode typeof
        century date_add date_diff date_sub datediff datesub dayname days_in_month decade epoch epoch_ms epoch_ns
        epoch_us era hour isoyear julian last_day make_date make_time make_timestamp make_timestamp_ms
        make_timestamp_ns microsecond millennium millisecond minute monthname nanosecond second strftime strptime
        time_bucket timezone timezone_hour timezone_minute to_centuries to_days to_decades to_hours
        to_microseconds to_millennia to_milliseconds to_minutes to_months to_quarters to_seconds to_timestamp
        to_weeks to_years try_strptime weekday weekofyear yearweek normalized_interval
        aggregate apply array_aggr array_aggregate array_append array_apply array_cat array_concat array_contains
        array_cosine_distance array_cosine_similarity array_cross_product array_distance array_distinct
        array_dot_product array_extract array_filter array_grade_up array_has array_has_all array_has_any
        array_indexof array_inner_product array_intersect array_length array_pop_back array_pop_front
        array_position array_prepend array_push_back array_push_front array_reduce array_resize array_reverse
        array_reverse_sort array_select array_slice array_sort array_transform array_unique array_value array_where
        array_zip cardinality element_at filter flatten generate_series grade_up list_aggr list_aggregate
        list_any_value list_append list_apply list_avg list_bit_and list_bit_or list_bit_xor list_bool_and
        list_bool_or list_cat list_concat list_contains list_count list_distance list_distinct list_dot_product
        list_element list_entropy list_extract list_filter list_first list_grade_up list_has list_has_all
        list_has_any list_histogram list_indexof list_inner_product list_intersect list_kurtosis
        list_kurtosis_pop list_last list_mad list_max list_median list_min list_mode list_pack list_position
        list_prepend list_product list_reduce list_resize list_reverse list_reverse_sort list_select list_sem
        list_skewness list_slice list_sort list_stddev_pop list_stddev_samp list_string_agg list_sum
        list_transform list_unique list_value list_var_pop list_var_samp list_where list_zip range reduce
        map map_concat map_contains map_contains_entry map_contains_value map_entries map_extract
        map_extract_value map_from_entries map_keys map_values
        row struct_concat struct_contains struct_extract struct_extract_at struct_has struct_indexof
        struct_insert struct_keys struct_pack struct_position struct_update struct_values union_extract union_tag
        union_value unnest
        array_to_json json_array json_array_length json_contains json_exists json_extract json_extract_path
        json_extract_path_text json_extract_string json_keys json_merge_patch json_object json_quote json_type
        json_valid json_value row_to_json to_json from_json
        """);

    /// Aggregates near enough to a count, a sum or a mean for it to stand in for them.
    private static final Set<String> SUMMARIES = words("""
        any_value arbitrary arg_max arg_min argmax argmin array_agg avg bit_and bit_or bit_xor bool_and bool_or
        corr count count_if count_star countif covar_pop covar_samp entropy favg first fsum group_concat
        histogram kahan_sum kurtosis last list listagg mad max max_by mean median min min_by mode product
        quantile quantile_cont quantile_disc sem skewness stddev stddev_pop stddev_samp string_agg sum sumkahan
        var_pop var_samp variance approx_count_distinct approx_quantile approx_top_k
        """);

    private static final Set<String> OTHER_AGGREGATES = words("""
        arg_max_null arg_max_nulls_last arg_min_null arg_min_nulls_last histogram_exact kurtosis_pop regr_avgx
        regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy weighted_avg wavg
        bitstring_agg json_group_array json_group_object json_group_structure lttb reservoir_quantile
        sum_no_overflow decimal_average
        """);

    /// Aggregates that must not be used even on cells: random, internal, or unbounded.
    private static final Set<String> UNFIT = words("lttb reservoir_quantile sum_no_overflow decimal_average");

    /// Adds up what it is given, a mean included: people who are in several parts count several times.
    private static final Set<String> ADDING = words("""
        sum fsum kahan_sum sumkahan avg favg list_sum list_avg list_aggregate list_aggr array_aggregate
        array_aggr aggregate list_reduce array_reduce reduce wavg weighted_avg
        """);

    private static final Set<String> MEANS = words("avg favg list_avg");

    /// Gives back one of the values it is given.
    private static final Set<String> PICKING = words("max min any_value arbitrary first last median mode");

    private static final Set<String> WINDOWS = words("""
        row_number rank dense_rank rank_dense percent_rank cume_dist ntile lag lead first_value last_value
        nth_value fill first last
        """);

    private static final Set<String> NONDETERMINISTIC = words("""
        random uuid gen_random_uuid uuidv4 uuidv7 setseed nextval currval setval reservoir_quantile
        now today ago current_date current_time current_timestamp get_current_time get_current_timestamp
        current_localtime current_localtimestamp localtime localtimestamp transaction_timestamp
        statement_timestamp clock_timestamp txid_current sleep_ms pg_sleep
        """);

    private static final Set<String> RAISING = words("error assert_true raise");

    private static final Set<String> SESSION = words("""
        user current_user session_user current_role current_schema current_schemas current_catalog
        current_database current_query
        """);

    private Functions() {}

    public static boolean isDimensional(String name) {
        return DIMENSIONAL.contains(name);
    }

    /// Free to use on cells, uploads, constants and released numbers.
    public static boolean isScalar(String name) {
        return SCALAR.contains(name) || DIMENSIONAL.contains(name);
    }

    public static boolean isAggregate(String name) {
        return SUMMARIES.contains(name) || OTHER_AGGREGATES.contains(name);
    }

    /// Whether a count, a sum or a mean can stand in for it.
    public static boolean isSummary(String name) {
        return SUMMARIES.contains(name);
    }

    public static boolean isFitAggregate(String name) {
        return isAggregate(name) && !UNFIT.contains(name);
    }

    public static boolean addsUp(String name) {
        return ADDING.contains(name);
    }

    public static boolean isMean(String name) {
        return MEANS.contains(name);
    }

    public static boolean picksOne(String name) {
        return PICKING.contains(name);
    }

    public static boolean isWindow(String name) {
        return WINDOWS.contains(name) || isFitAggregate(name);
    }

    public static boolean isNondeterministic(String name) {
        return NONDETERMINISTIC.contains(name);
    }

    public static boolean isRaising(String name) {
        return RAISING.contains(name);
    }

    public static boolean isSession(String name) {
        return SESSION.contains(name);
    }

    /// The name under which a synonym is known.
    public static String canonical(String name) {
        return name.equals("mean") ? "avg" : name;
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
