package studio.pingvas.worker.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.NamedTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.named_parameter_iterator;
import org.bytedeco.pytorch.named_parameter_list;

/** The parameters of a module by name, those of its parts under {@code part.name}. */
final class TorchParameters {
    private TorchParameters() {}

    /** Inside a {@link TorchCall}. The handles die with it unless they are retained. */
    static Map<String, Tensor> of(JitModule module) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        named_parameter_list list = module.named_parameters(true);
        named_parameter_iterator end = list.end();
        for (named_parameter_iterator it = list.begin(); it.notEquals(end); it.increment()) {
            NamedTensor parameter = it.access();
            // A handle of our own: the list's lies in memory that the next step reuses.
            parameters.put(parameter.name().getString(), new Tensor(parameter.value()));
        }
        return parameters;
    }
}
