package studio.pingvas.web.rest.description;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import studio.pingvas.web.problem.Problem;
import studio.pingvas.web.problem.ProblemCode;

/** How the OpenAPI document describes problems: one response a status, which names its codes. */
final class ProblemResponses {
    private static final String SCHEMA = "#/components/schemas/Problem";

    private ProblemResponses() {}

    static Map<String, APIResponse> of(Collection<ProblemCode> codes) {
        return codes.stream()
                .collect(
                        Collectors.groupingBy(
                                code -> Integer.toString(code.status()),
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), ProblemResponses::response)));
    }

    private static APIResponse response(Collection<ProblemCode> codes) {
        String description =
                codes.stream()
                        .sorted(Comparator.comparing(ProblemCode::key))
                        .map(code -> "`" + code.key() + "`: " + code.title() + ".")
                        .collect(Collectors.joining(" "));
        return OASFactory.createAPIResponse()
                .description(description)
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema().ref(SCHEMA))));
    }
}
