/// A trained model as ONNX, safetensors and a model card; uses training.features and training.network.
@NullMarked
package io.poseidon.workbench.training.export;

import org.jspecify.annotations.NullMarked;
