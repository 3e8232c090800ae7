package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.tensor.ArrayFactor;
import studio.pingvas.worker.tensor.DeviceLostException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.WeightDelta;
import studio.pingvas.worker.tensor.WeightDelta.Product;

/** The same weight in each of the types a network may be stored in. */
class StoredWeightTest {
    private static final long OUTPUTS = 24;
    private static final long INPUTS = 40;

    @BeforeAll
    static void loadNatives() {
        Demonstration.device();
    }

    @ParameterizedTest
    @EnumSource(
            value = ScalarType.class,
            names = {"Float", "Half", "BFloat16"})
    void weightKeepsItsTypeAndPlaceAndGetsItsBitsBack(ScalarType type) {
        Product ones = product(0.5f, 1);
        TorchCall.run(
                () -> {
                    Tensor weight = randomWeight(type);
                    Tensor before = weight.clone();
                    long address = weight.data_ptr().address();
                    TorchWeightChange change = aChange();
                    change.add("weight", weight, new WeightDelta(List.of(ones)));

                    Tensor expected = before.to(ScalarType.Float).add(new Scalar(0.5f)).to(type);
                    assertThat(torch.equal(weight, expected)).isTrue();
                    assertThat(weight.data_ptr().address()).isEqualTo(address);

                    change.close();
                    assertThat(torch.equal(weight, before)).isTrue();
                    return null;
                });
    }

    /** Rounding after each product would lose both: half a step of the type is no step. */
    @ParameterizedTest
    @EnumSource(
            value = ScalarType.class,
            names = {"Half", "BFloat16"})
    void sumOfProductsIsRoundedOnce(ScalarType type) {
        float halfStep = type == ScalarType.Half ? 0x1p-11f : 0x1p-8f;
        TorchCall.run(
                () -> {
                    Tensor weight = torch.ones(OUTPUTS, INPUTS).to(type);
                    TorchWeightChange change = aChange();
                    change.add(
                            "weight",
                            weight,
                            new WeightDelta(List.of(product(halfStep, 1), product(halfStep, 1))));

                    assertThat(weight.to(ScalarType.Float).max().item_float())
                            .isEqualTo(1 + 2 * halfStep);
                    change.close();
                    return null;
                });
    }

    /** Two names may stand for one weight: the copy made first holds what it was. */
    @Test
    void weightThatIsChangedTwiceGetsItsFirstBitsBack() {
        TorchCall.run(
                () -> {
                    Tensor weight = randomWeight(ScalarType.Float);
                    Tensor before = weight.clone();
                    TorchWeightChange change = aChange();
                    WeightDelta delta = new WeightDelta(List.of(product(0.5f, 1)));
                    change.add("one", weight, delta);
                    change.add("other", weight, delta);
                    change.close();

                    assertThat(torch.equal(weight, before)).isTrue();
                    return null;
                });
    }

    /** Nothing may paint with the weights that are left. */
    @Test
    void weightThatCannotBePutBackEndsTheDevice() {
        TorchCall.run(
                () -> {
                    Tensor weight = randomWeight(ScalarType.Float);
                    TorchWeightChange change = aChange();
                    change.add("weight", weight, new WeightDelta(List.of(product(0.5f, 1))));
                    weight.resize_(3);

                    assertThatThrownBy(change::close).isInstanceOf(DeviceLostException.class);
                    return null;
                });
    }

    private static TorchWeightChange aChange() {
        return new TorchWeightChange(new TorchScope(TorchPlace.cpu(1)), () -> {});
    }

    private static Tensor randomWeight(ScalarType type) {
        torch.manual_seed(7);
        return torch.randn(OUTPUTS, INPUTS).to(type);
    }

    private static Product product(float scale, float value) {
        return new Product(filled((int) OUTPUTS, 1, value), filled(1, (int) INPUTS, value), scale);
    }

    private static ArrayFactor filled(int rows, int columns, float value) {
        float[] values = new float[rows * columns];
        Arrays.fill(values, value);
        return new ArrayFactor(Shape.of(rows, columns), values);
    }
}
