import type { ActionResponse } from "./action.ts";

// 47 tags in 7 categories, as many as the live response has. The vocabulary of public sources is in it;
// which category a tag belongs to, and the tags beyond that vocabulary, are invented.
const categories: Readonly<Record<string, readonly string[]>> = {
  深度学习框架: ["深度学习", "PyTorch", "TensorFlow", "PaddlePaddle", "JAX", "MindSpore", "Miniconda3"],
  大语言模型: ["DeepSeek", "Qwen", "GLM", "Llama", "Kimi", "MiniMax", "gpt-oss"],
  推理与微调: ["推理框架", "vLLM", "SGLang", "Ollama", "模型微调", "Lora训练", "RAG知识库"],
  图像生成: ["ComfyUI", "SD-WebUI", "Flux", "Qwen-Image", "Krea", "图像编辑", "高清放大"],
  视频生成: ["Wan", "LTX-2.3", "HunyuanVideo", "视频超分", "视频换脸", "FramePack", "InfiniteTalk"],
  语音与数字人: ["数字人", "IndexTTS", "CosyVoice", "语音合成", "语音克隆", "语音识别", "变声"],
  其他应用: ["OCR识别", "黑神话悟空", "云桌面", "3D生成", "科学计算"],
};

const members = {
  Tags: JSON.stringify(Object.values(categories).flat()),
  TagsMap: JSON.stringify(categories),
  TagIndex: JSON.stringify(Object.keys(categories)),
};

/** Lists the tags that images may have: all of them, by category, and the order of the categories. */
export function describeCompShareImageTags(): ActionResponse {
  return { members };
}
